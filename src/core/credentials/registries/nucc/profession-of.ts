/** A line of the NUCC taxonomy. */
export interface NuccEntry {
  readonly code: string;
  readonly grouping: string;
  readonly classification: string;
  readonly specialization: string;
  readonly display: string;
  readonly section: string;
}

export type Profession =
  | "physician"
  | "resident or student"
  | "physician assistant"
  | "nurse practitioner"
  | "clinical nurse specialist"
  | "nurse anesthetist"
  | "nurse-midwife"
  | "registered nurse"
  | "licensed practical nurse"
  | "licensed vocational nurse"
  | "pharmacist"
  | "pharmacy technician"
  | "physical therapist"
  | "physical therapist assistant"
  | "occupational therapist"
  | "psychologist"
  | "behavior analyst"
  | "clinical social worker"
  | "counselor"
  | "marriage and family therapist"
  | "dentist"
  | "optometrist"
  | "podiatrist"
  | "chiropractor"
  | "dietitian"
  | "speech-language pathologist"
  | "lay midwife";

const PHYSICIANS = "Allopathic & Osteopathic Physicians";

/** By how a code begins; a whole code stands before what it would begin with. No code of a group or of "specialist" is here. */
const BY_CODE: readonly (readonly [begins: string, profession: Profession])[] = [
  ["390200000X", "resident or student"],
  ["363A", "physician assistant"],
  ["363L", "nurse practitioner"],
  ["364S", "clinical nurse specialist"],
  ["367500000X", "nurse anesthetist"],
  ["367A00000X", "nurse-midwife"],
  ["163W", "registered nurse"],
  ["164W00000X", "licensed practical nurse"],
  ["164X00000X", "licensed vocational nurse"],
  ["1835", "pharmacist"],
  ["183700000X", "pharmacy technician"],
  ["2251", "physical therapist"],
  ["225200000X", "physical therapist assistant"],
  ["225X", "occupational therapist"],
  ["103T", "psychologist"],
  ["103G00000X", "psychologist"],
  ["103K00000X", "behavior analyst"],
  ["1041C0700X", "clinical social worker"],
  ["101Y", "counselor"],
  ["106H00000X", "marriage and family therapist"],
  ["1223", "dentist"],
  ["152W", "optometrist"],
  ["213E", "podiatrist"],
  ["111N", "chiropractor"],
  ["133V", "dietitian"],
  ["235Z00000X", "speech-language pathologist"],
  ["175M00000X", "lay midwife"],
];

/**
 * The profession that a taxonomy stands for; undefined when none may be derived from it. Physicians are told by the grouping
 * of their line, so that without the NUCC registry nobody is one.
 */
export function professionOf(code: string, entry: NuccEntry | undefined): Profession | undefined {
  const byCode = BY_CODE.find(([begins]) => code.startsWith(begins));
  if (byCode !== undefined) return byCode[1];
  return entry?.code === code && entry.grouping === PHYSICIANS ? "physician" : undefined;
}
