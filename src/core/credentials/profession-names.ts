import { type Message, msg } from "#core/language/t.ts";
import type { Profession as Registered } from "./registries/nucc/profession-of.ts";
import { TOPICS, type Topic } from "./topics.ts";

/** A profession that can be claimed here. */
export interface Entry {
  /** What is kept, and what patients read. */
  readonly label: Message;
  /** What the registers of the United States call it; none where they do not know it. */
  readonly is: readonly Registered[];
  /** What it may speak of, beside what anyone may. */
  readonly topics: readonly Topic[];
  /** Other words that people type for it; capitals, and signs but hyphens left out. Some are words of others too. */
  readonly words: readonly string[];
}

const ALL = TOPICS;

/** Titles of four professions; which one, another word must say. */
const ADVANCED = "APRN|APN|advanced practice registered nurse|advanced practice nurse";

const entry = (
  label: Message,
  is: readonly Registered[],
  topics: readonly Topic[],
  words: string,
): Entry => ({
  label,
  is,
  topics,
  words: words.split("|").map((one) => one.trim()),
});

/** Who learns, helps or assists claims nothing here; a physician assistant is a profession of its own. */
export const PROFESSIONS: readonly Entry[] = [
  entry(
    msg("Physician"),
    ["physician"],
    ALL,
    `MD|DO|MBBS|MBCHB|doctor|medical doctor|doctor of medicine|doctor of osteopathy|osteopathic doctor|osteopathic physician|
     doctor of osteopathic medicine|physician and surgeon|surgeon|GP|general practitioner|family doctor|internist|hospitalist|
     intensivist|allergist|anesthesiologist|anaesthesiologist|anaesthetist|cardiologist|dermatologist|endocrinologist|
     diabetologist|gastroenterologist|geriatrician|gynecologist|gynaecologist|obstetrician|haematologist|hematologist|
     immunologist|nephrologist|neurologist|neurosurgeon|oncologist|ophthalmologist|otolaryngologist|paediatrician|
     pediatrician|pathologist|physiatrist|psychiatrist|pulmonologist|radiologist|rheumatologist|urologist`,
  ),
  entry(
    msg("Physician assistant"),
    ["physician assistant"],
    ALL,
    "PA|PA-C|physician associate|physicians assistant",
  ),
  entry(
    msg("Nurse practitioner"),
    ["nurse practitioner"],
    ALL,
    `NP|ARNP|FNP|FNP-C|FNP-BC|CRNP|PMHNP|registered nurse practitioner|advanced registered nurse practitioner|
     advanced practice nurse practitioner|advanced practice registered nurse practitioner|${ADVANCED}`,
  ),
  entry(msg("Clinical nurse specialist"), ["clinical nurse specialist"], ALL, `CNS|${ADVANCED}`),
  entry(
    msg("Nurse anesthetist"),
    ["nurse anesthetist"],
    ALL,
    `CRNA|nurse anaesthetist|registered nurse anesthetist|registered nurse anaesthetist|certified registered nurse anesthetist|
     certified registered nurse anaesthetist|advanced practice nurse anesthetist|
     advanced practice registered nurse anesthetist|${ADVANCED}`,
  ),
  entry(
    msg("Nurse-midwife"),
    ["nurse-midwife"],
    ALL,
    `CNM|advanced practice nurse-midwife|advanced practice registered nurse-midwife|${ADVANCED}`,
  ),
  entry(msg("Registered nurse"), ["registered nurse"], ALL, "RN|RGN|nurse|registered professional nurse"),
  entry(
    msg("Practical nurse"),
    ["licensed practical nurse", "licensed vocational nurse"],
    ALL,
    "LPN|LVN|vocational nurse|registered practical nurse",
  ),
  entry(msg("Midwife"), ["lay midwife"], ["Pregnancy and children"], "LM|CPM|RM"),
  entry(
    msg("Pharmacist"),
    ["pharmacist"],
    ["Medicines", "Tests and results"],
    "RPH|PHARMD|PHARM D|doctor of pharmacy",
  ),
  entry(
    msg("Dietitian"),
    ["dietitian"],
    ["Food and movement"],
    "RD|RDN|dietician|registered dietitian nutritionist|dietitian nutritionist|dietitian and nutritionist|registered dietician nutritionist",
  ),
  entry(
    msg("Psychologist"),
    ["psychologist"],
    ["Mental health"],
    "PSYD|doctor of psychology|neuropsychologist",
  ),
  entry(msg("Psychotherapist"), [], ["Mental health"], "psycho-therapist"),
  entry(
    msg("Counselor"),
    ["counselor"],
    ["Mental health"],
    "LPC|LPCC|LMHC|LCPC|counsellor|professional counselor|professional counsellor|mental health counselor|mental health counsellor",
  ),
  entry(msg("Clinical social worker"), ["clinical social worker"], ["Mental health"], "LCSW|LICSW"),
  entry(
    msg("Marriage and family therapist"),
    ["marriage and family therapist"],
    ["Mental health"],
    "MFT|LMFT|family and marriage therapist|marriage family therapist",
  ),
  entry(msg("Behavior analyst"), ["behavior analyst"], ["Mental health"], "BCBA|behaviour analyst"),
  entry(
    msg("Physical therapist"),
    ["physical therapist"],
    ["Food and movement", "Symptoms"],
    "PT|DPT|physiotherapist|doctor of physical therapy",
  ),
  entry(
    msg("Occupational therapist"),
    ["occupational therapist"],
    ["Food and movement", "Symptoms"],
    "OT|OTR|OTR-L|doctor of occupational therapy",
  ),
  entry(
    msg("Speech-language pathologist"),
    ["speech-language pathologist"],
    ["Symptoms"],
    "SLP|CCC-SLP|speech therapist|speech and language therapist|speech and language pathologist|speech pathologist",
  ),
  entry(
    msg("Dentist"),
    ["dentist"],
    ["Symptoms"],
    `DDS|DMD|doctor of dental surgery|doctor of dental medicine|doctor of medicine in dentistry|dental surgeon|oral surgeon|
     oral and maxillofacial surgeon|orthodontist|periodontist|endodontist|prosthodontist`,
  ),
  entry(msg("Optometrist"), ["optometrist"], ["Symptoms"], "OD|doctor of optometry|optometric physician"),
  entry(
    msg("Podiatrist"),
    ["podiatrist"],
    ["Symptoms"],
    "DPM|doctor of podiatric medicine|podiatric physician|podiatric surgeon|podiatric physician and surgeon|chiropodist",
  ),
  entry(
    msg("Chiropractor"),
    ["chiropractor"],
    ["Symptoms"],
    "DC|doctor of chiropractic|doctor of chiropractic medicine|chiropractic physician|chiropractic doctor",
  ),
];

/**
 * Doctors of anything that is no profession here: "doctor of public health". Longer words of a profession stand before these.
 */
export const NO_PROFESSION: readonly string[] = ["doctor of", "doctor in"];

/**
 * What may stand beside a profession and leaves it what it is. A word that is neither here nor a profession's makes the whole
 * something else: "veterinary nurse", "nurse aide", "naturopathic doctor", "retired physician".
 */
export const BESIDE: readonly string[] = `
  a an and of in for the with at licensed licenced registered certified board chartered qualified
  practicing practising clinical consultant specialist general senior staff lead chief attending
  independent professional practice advanced medicine medical surgery care health hospital community
  family internal primary emergency critical intensive acute urgent inpatient outpatient ambulatory rural
  public home school retail palliative hospice rehabilitation sports adult child adolescent pediatric
  paediatric neonatal geriatric gerontology womens mental psychiatric psychiatry cardiac cardiology
  cardiovascular thoracic vascular trauma plastic orthopedic orthopaedic orthopedics oncology neurology
  dermatology endocrinology renal diabetes infectious disease diseases respiratory pulmonary obstetric
  obstetrics gynecology gynaecology pediatrics paediatrics perioperative operating room ICU ER ED NICU
  counseling pelvic hand nutrition occupational pain sleep allergy immunology ear nose throat travel
  charge triage ward MPH BSN MSN
`
  .trim()
  .split(/\s+/);
