import { msg } from "#core/language/t.ts";
import type { CrisisLines } from "./crisis-lines-file.ts";
import { type CrisisLineBook, shippedCrisisLines } from "./load-crisis-lines.ts";

/** For countries not in the list: a directory kept by others, and what to say about the emergency number. */
export const lookupElsewhere = {
  name: "Find A Helpline",
  site: "findahelpline.com",
  emergencyNumber: msg("your local emergency number (112 works in many countries)"),
  source: "https://findahelpline.com",
} as const;

/** Numbers that were or are published as help lines and must stay readable, beside those of the list. */
const ALSO_PUBLIC: ReadonlySet<string> = new Set([
  "18002738255",
  "18006628255",
  "111",
  "116117",
  "116000",
  "18007997233",
  "18002221222",
  "08088010327",
]);

/** The emergency number and crisis lines of a country in any case; undefined if unknown. */
export function crisisLinesFor(book: CrisisLineBook, country: string): CrisisLines | undefined {
  return book.countries.get(country.trim().toUpperCase());
}

/** Whether a number as written is an emergency number or a published help line of the list that comes with Curbside. */
export function isPublicLine(value: string): boolean {
  const digits = value.replace(/\D/g, "");
  return ALSO_PUBLIC.has(digits) || shippedCrisisLines().publicNumbers.has(digits);
}
