import { STRONG } from "../../names/agreement.ts";
import { foldName, nameKeys } from "../../names/fold-name.ts";
import { jaroWinkler } from "../../names/jaro-winkler.ts";
import type { RegistryReader } from "../registry-reader.ts";
import { LEIE_WIDTHS } from "./columns.ts";

/** A row of the list. Names may be cut: see mayBeCut. */
export interface Exclusion {
  readonly id: number;
  readonly last: string | null;
  readonly first: string | null;
  readonly middle: string | null;
  readonly business: string | null;
  readonly general: string | null;
  readonly specialty: string | null;
  readonly npi: string | null;
  /** YYYYMMDD as the public list has it: to be compared in memory, never to be kept. */
  readonly born: string | null;
  readonly city: string | null;
  readonly state: string | null;
  readonly type: string;
  /** Days as the list writes them, YYYYMMDD. */
  readonly excluded: string | null;
  readonly waived: string | null;
  readonly waiverState: string | null;
}

function exclusionOf(row: Record<string, unknown>): Exclusion {
  const text = (name: string) => (typeof row[name] === "string" ? row[name] : null);
  return {
    id: Number(row.id),
    last: text("last"),
    first: text("first"),
    middle: text("middle"),
    business: text("business"),
    general: text("general"),
    specialty: text("specialty"),
    npi: text("npi"),
    born: text("born"),
    city: text("city"),
    state: text("state"),
    type: String(row.type),
    excluded: text("excluded"),
    waived: text("waived"),
    waiverState: text("waiver_state"),
  };
}

/** What a part of a name may have become where the name was cut: any of its beginnings. Few rows of the list are cut. */
function beginnings(key: string): string[] {
  const most = Math.min(LEIE_WIDTHS.LASTNAME, key.length);
  return Array.from({ length: most }, (_, at) => key.slice(0, at + 1));
}

/** Somebody whom the list may have. */
export interface SoughtPerson {
  /** Last names that they have or had. */
  readonly names: readonly string[];
  readonly npi?: string;
  /** YYYYMMDD: rows with this date of birth are found whatever their name is. */
  readonly born?: string;
  /** Also rows whose last name is nearly one of these. */
  readonly misspelt?: boolean;
}

/** Whether there is anything to look a person up by; without it an empty answer would look like a clean one. */
export const canBeLookedUp = ({ names, npi }: SoughtPerson) =>
  npi !== undefined || names.some((name) => nameKeys(name).length > 0);

const BY_NAME = "SELECT DISTINCT e.* FROM name JOIN exclusion e USING (id) WHERE key = ?";
const BY_CUT_NAME = `${BY_NAME} AND cut = 1`;
const BY_NPI = "SELECT * FROM exclusion WHERE npi = ?";
const BY_BIRTH = "SELECT * FROM exclusion WHERE born = ?";
const ALIKE = "SELECT DISTINCT key FROM name WHERE key >= ?1 AND key < ?1 || '~'";

/** Shorter names are too often nearly another one. */
const LEAST_MISSPELT = 5;

/** Keys of the list that are nearly one of these. The first letter is hardly ever the wrong one. */
function misspeltKeys(reader: RegistryReader, names: readonly string[]): string[] {
  const whole = names.map((name) => foldName(name).replaceAll(" ", ""));
  return whole.flatMap((name) =>
    name.length < LEAST_MISSPELT
      ? []
      : reader
          .all(ALIKE, name.slice(0, 1))
          .map(({ key }) => String(key))
          .filter((key) => jaroWinkler(name, key) >= STRONG),
  );
}

/**
 * Every row that has one of these last names, whole or in one of its parts, or begins like it where it was cut, or that has the
 * NPI. Which of them is the person is for whoever compares first names and dates of birth.
 */
export function findExclusions(reader: RegistryReader, sought: SoughtPerson): Exclusion[] {
  const { names, npi, born, misspelt = false } = sought;
  const found = new Map<number, Exclusion>();
  const add = (rows: readonly Record<string, unknown>[]) => {
    for (const row of rows) found.set(Number(row.id), exclusionOf(row));
  };
  const keys = new Set(names.flatMap(nameKeys).map(({ key }) => key));
  for (const key of keys) add(reader.all(BY_NAME, key));
  for (const key of new Set([...keys].flatMap(beginnings))) add(reader.all(BY_CUT_NAME, key));
  if (npi !== undefined) add(reader.all(BY_NPI, npi));
  if (born !== undefined) add(reader.all(BY_BIRTH, born));
  if (misspelt) for (const key of new Set(misspeltKeys(reader, names))) add(reader.all(BY_NAME, key));
  return [...found.values()].sort((one, other) => one.id - other.id);
}
