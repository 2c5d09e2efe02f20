import { countryOf } from "./places.ts";
import { professionNamed } from "./professions.ts";
import { ANYONES } from "./topics.ts";

/** What a question is about, as far as a licence's scope depends on it. */
export interface AskedFrom {
  /** Two letters, as the member said; null when they did not. */
  readonly country: string | null;
  readonly topic: string;
}

/**
 * Why an answer must stay general: the licence is from another country, the question is another profession's, or nobody knows
 * where the asker is.
 */
export type GeneralOnly = "elsewhere" | "other-field" | "country-not-said";

/** "Another country", without saying which. */
const UNNAMED = "ZZ";

/** Words that name no one profession may only say what anyone may. */
function isOwnField(profession: string, topic: string): boolean {
  if (ANYONES.includes(topic)) return true;
  const named = professionNamed(profession);
  const topics: readonly string[] = named.is === "one" ? named.entry.topics : [];
  return topics.includes(topic);
}

/**
 * Whether a licence covers a question: its profession and its country, as the member said it. Nothing is computed about law
 * within a country: the state is shown on the credential. Undefined means within.
 */
export function generalOnly(
  { profession, jurisdiction }: { readonly profession: string; readonly jurisdiction: string },
  { country, topic }: AskedFrom,
): GeneralOnly | undefined {
  const known = country === null || country === UNNAMED ? undefined : country;
  if (known !== undefined && countryOf(jurisdiction) !== known) return "elsewhere";
  if (!isOwnField(profession, topic)) return "other-field";
  return known === undefined ? "country-not-said" : undefined;
}
