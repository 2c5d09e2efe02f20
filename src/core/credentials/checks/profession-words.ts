import { foldName } from "../names/fold-name.ts";
import type { Profession } from "../registries/nucc/profession-of.ts";

const ADVANCED: readonly Profession[] = [
  "nurse practitioner",
  "clinical nurse specialist",
  "nurse anesthetist",
  "nurse-midwife",
];

const SPECIALISTS =
  "CARDIOLOGIST|DERMATOLOGIST|ENDOCRINOLOGIST|GASTROENTEROLOGIST|GYNECOLOGIST|HEMATOLOGIST|INTERNIST|NEPHROLOGIST|NEUROLOGIST|OBSTETRICIAN|ONCOLOGIST|OPHTHALMOLOGIST|PEDIATRICIAN|PSYCHIATRIST|PULMONOLOGIST|RADIOLOGIST|ANESTHESIOLOGIST|RHEUMATOLOGIST|UROLOGIST|GENERAL PRACTITIONER|FAMILY DOCTOR";

/**
 * Words for professions, as people claim them and as states name kinds of licences; the first line that is found counts, so
 * that who learns, helps or assists stands before whom they help. An empty list is a profession of which nothing is checked here.
 */
const WORDS: readonly (readonly [words: RegExp, professions: readonly Profession[]])[] = [
  [/VETERINAR|ANIMAL|ACUPUNCTUR|NATUROPATH|HOMEOPATH|OPTICIAN|HYGIENIST|PARAMEDIC|\bEMT\b/, []],
  [
    /\b(?:RESIDENT|RESIDENCY|STUDENT|INTERN|INTERNSHIP|TRAINEE|TRAINING|FELLOW|FELLOWSHIP|GRADUATE|POSTGRADUATE|EXTERN|CANDIDATE)\b/,
    ["resident or student"],
  ],
  [/\b(?:COUNSEL+OR|THERAPIST|SOCIAL WORKER)\b.*\bASSOCIATE\b|\bASSOCIATE (?:COUNSEL+OR|MARRIAGE)/, []],
  [/\bPHARM\w* (?:TECH|ASSISTANT|AIDE|CLERK)/, ["pharmacy technician"]],
  [/\bPHYSICAL THERAP\w* (?:ASSISTANT|ASST)|\bPTA\b/, ["physical therapist assistant"]],
  [/\bPHYSICIANS? (?:ASSISTANT|ASSOCIATE)|\bPA C\b|^PA$/, ["physician assistant"]],
  [/\b(?:TECH|TECHNICIAN|TECHNOLOGIST|ASSISTANT|ASST|AIDE|CNA|COTA|MEDICAL SCRIBE)\b/, []],
  [/\bNURSE ANESTHETIST|\bCRNA\b/, ["nurse anesthetist"]],
  [/\bNURSE MIDWIFE|\bCNM\b/, ["nurse-midwife"]],
  [/\bMIDWI/, ["lay midwife"]],
  [/\bCLINICAL NURSE SPECIALIST|\bCNS\b/, ["clinical nurse specialist"]],
  [/\bNURSE PRACTITIONER|\b(?:NP|ARNP|FNP|CRNP|PMHNP)\b/, ["nurse practitioner"]],
  [/\bADVANCED PRACTICE|\b(?:APRN|APN|APNP)\b/, ADVANCED],
  [/\bPRACTICAL NURSE|\bLPN\b|^PN$/, ["licensed practical nurse"]],
  [/\bVOCATIONAL NURSE|\bLVN\b/, ["licensed vocational nurse"]],
  [/\bREGISTERED (?:PROFESSIONAL )?NURSE|\bRN\b/, ["registered nurse"]],
  [
    /\bNURSE\b|\bNURSING\b/,
    ["registered nurse", ...ADVANCED, "licensed practical nurse", "licensed vocational nurse"],
  ],
  [/\bPHARMACIST|\bPHARMD\b|\bRPH\b|^PHA$/, ["pharmacist"]],
  [/\bPHYSICAL THERAPIST|\bPHYSIOTHERAPIST|\bDPT\b|^PTL?$/, ["physical therapist"]],
  [/\bOCCUPATIONAL THERAPIST|^OT$/, ["occupational therapist"]],
  [/\bBEHAVIOU?R ANALYST|\bBCBA\b/, ["behavior analyst"]],
  [/\bPSYCHOLOGIST|\bPSYD\b|^PSY$/, ["psychologist"]],
  [/\bCLINICAL SOCIAL WORK|\bSOCIAL WORK\w*.*\bCLINICAL|\bLI?CSW\b|^CSW$/, ["clinical social worker"]],
  [/\bMARRIAGE\b.*\bFAMILY|\bL?MFT\b/, ["marriage and family therapist"]],
  [/\bCOUNSEL+OR|\b(?:LPC|LPCC|LMHC|LCPC)\b/, ["counselor"]],
  [/\bDENTIST|\bDENTAL\b|\bORAL SURGEON|\b(?:DDS|DMD)\b|^DEN$/, ["dentist"]],
  [/\bOPTOMETR|^OPT$|^OD$/, ["optometrist"]],
  [/\bPODIATR|\bDPM\b|^POD$/, ["podiatrist"]],
  [/\bCHIROPRACT|^CHR$|^DC$/, ["chiropractor"]],
  [/\bDIETI[TC]IAN|^RDN?$/, ["dietitian"]],
  [/\bSPEECH\b.*\bPATHOLOG|\bSLP\b/, ["speech-language pathologist"]],
  [
    new RegExp(
      `\\b(?:PHYSICIAN|SURGEON|MEDICAL DOCTOR|DOCTOR OF MEDICINE|OSTEOPATH\\w*|MD|${SPECIALISTS})\\b|^(?:DO|DR|DOCTOR)$`,
    ),
    ["physician"],
  ],
];

/** The professions that words may mean; undefined for words that are not known here. */
export function professionsIn(text: string | null | undefined): readonly Profession[] | undefined {
  const plain = foldName(text ?? "");
  return plain === "" ? undefined : WORDS.find(([words]) => words.test(plain))?.[1];
}

/** Of what was claimed, what somebody with one of these professions is: nurses of advanced practice are registered nurses too. */
export function supported(
  claimed: readonly Profession[],
  actual: readonly Profession[],
): Profession | undefined {
  const direct = actual.find((one) => claimed.includes(one));
  if (direct !== undefined) return direct;
  const advanced = actual.length > 0 && actual.every((one) => ADVANCED.includes(one));
  return advanced && claimed.includes("registered nurse") ? "registered nurse" : undefined;
}
