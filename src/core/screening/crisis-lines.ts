import { CRISIS_LINES } from "./crisis-lines-data.ts";

/** A free or local-rate line that anybody may contact. `hours` is left out where it was not certain. */
export interface CrisisLine {
  readonly name: string;
  /** How to reach it, ready to read: "call or text 988". */
  readonly contact: string;
  readonly hours?: string;
  readonly languages?: readonly string[];
}

export interface CrisisLines {
  /** ISO 3166-1 alpha-2. */
  readonly country: string;
  readonly emergencyNumber: string;
  readonly lines: readonly CrisisLine[];
  /** The public site that the first line's entry was taken from. */
  readonly source: string;
}

/** For countries not in the list: a directory kept by others, and what to say about the emergency number. */
export const lookupElsewhere = {
  name: "Find A Helpline",
  site: "findahelpline.com",
  emergencyNumber: "your local emergency number (112 works in many countries)",
  source: "https://findahelpline.com",
} as const;

/** Numbers that were or are published as help lines and must stay readable, beside those of the list. */
const ALSO_PUBLIC = [
  "18002738255",
  "18006628255",
  "111",
  "116117",
  "116000",
  "18007997233",
  "18002221222",
  "08088010327",
];

const PUBLIC_NUMBERS: ReadonlySet<string> = new Set(
  ALSO_PUBLIC.concat(
    Object.values(CRISIS_LINES).flatMap(({ lines, emergencyNumber }) =>
      [emergencyNumber, ...lines.map((line) => line.contact)].flatMap(numbersIn),
    ),
  ),
);

function numbersIn(contact: string): string[] {
  return (contact.match(/\d[\d -]*\d/g) ?? []).map((value) => value.replace(/\D/g, ""));
}

/** The emergency number and crisis lines of a country (ISO 3166-1 alpha-2, any case); undefined if unknown. */
export function crisisLinesFor(country: string): CrisisLines | undefined {
  const code = country.trim().toUpperCase();
  return Object.hasOwn(CRISIS_LINES, code) ? CRISIS_LINES[code] : undefined;
}

/** Whether a number as written is an emergency number or a published help line: it names nobody. */
export function isPublicLine(value: string): boolean {
  return PUBLIC_NUMBERS.has(value.replace(/\D/g, ""));
}
