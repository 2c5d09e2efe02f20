import { countryOf } from "./places.ts";

/** What a question is about, as far as a licence's scope depends on it. */
export interface AskedFrom {
  /** Two letters, as the member said; null when they did not. */
  readonly country: string | null;
  readonly topic: string;
}

/** Why an answer must stay general: the licence is from another country, or the question is another profession's. */
export type GeneralOnly = "elsewhere" | "other-field";

/** Lay advice that any profession may give; "Something else" says nothing. */
const ANYONE: readonly string[] = ["Living with a condition", "Finding care", "Something else"];

const ALL = "all";

/** By words of a profession; the first that fits. What fits none stays with what anyone may say. */
const FIELDS: readonly (readonly [words: RegExp, topics: readonly string[] | typeof ALL])[] = [
  [/technician|assistant(?!s? physician)|student|resident|trainee/i, []],
  [/physician|doctor|\bMD\b|\bDO\b|nurse practitioner|\bNP\b/i, ALL],
  [/nurse|midwife|\bRN\b/i, ALL],
  [/pharmacist/i, ["Medicines", "Tests and results"]],
  [/dietit|nutrition/i, ["Food and movement"]],
  [/psycholog|psychotherap|counsel|social worker|marriage and family/i, ["Mental health"]],
  [/physical therap|physiotherap|occupational therap/i, ["Food and movement", "Symptoms"]],
  [/dentist|optometr|podiatr|chiropract/i, ["Symptoms"]],
];

/** "Physician assistant" is a profession of its own and no assistant of one. */
const PHYSICIAN_ASSISTANT = /physician (?:assistant|associate)|\bPA\b/i;

function isOwnField(profession: string, topic: string): boolean {
  if (ANYONE.includes(topic) || PHYSICIAN_ASSISTANT.test(profession)) return true;
  const topics = FIELDS.find(([words]) => words.test(profession))?.[1] ?? [];
  return topics === ALL || topics.includes(topic);
}

/**
 * Whether a licence covers a question: its profession and its country, as the member said it. Nothing is computed about law
 * within a country: the state is shown on the credential. Undefined means within.
 */
export function generalOnly(
  { profession, jurisdiction }: { readonly profession: string; readonly jurisdiction: string },
  { country, topic }: AskedFrom,
): GeneralOnly | undefined {
  if (country === null || countryOf(jurisdiction) !== country) return "elsewhere";
  return isOwnField(profession, topic) ? undefined : "other-field";
}
