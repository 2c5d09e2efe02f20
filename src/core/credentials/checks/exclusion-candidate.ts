import { CLOSE, STRONG, WEAK } from "../names/agreement.ts";
import { compareNames, type NameComparison, type PersonName } from "../names/compare-names.ts";
import { mayBeCut } from "../registries/leie/columns.ts";
import type { Exclusion } from "../registries/leie/find-exclusions.ts";
import { type Candidate, hashOf } from "./check.ts";

/** `near` is a day that somebody may have typed wrong: it is not the same, and clears nobody. */
type Birth = "same" | "near" | "different" | "unknown";

/** Compares two days of birth, both YYYYMMDD. */
export function compareBirth(claimed: string | undefined, listed: string | null): Birth {
  if (claimed === undefined || listed === null || !/^\d{8}$/.test(listed)) return "unknown";
  if (claimed === listed) return "same";
  const turned = claimed.slice(0, 4) + claimed.slice(6) + claimed.slice(4, 6);
  const wrong = [...claimed].filter((digit, at) => digit !== listed[at]).length;
  return wrong === 1 || turned === listed ? "near" : "different";
}

export interface Weighed extends Candidate {
  readonly verdict: "hit" | "review" | "cleared";
  /** Not for a ruling to clear. */
  readonly certain: boolean;
}

/** A row by what it says, but for the date of birth, of which a hash would tell it to whoever tries all days. */
export function rowHash({ id: _, born: __, ...row }: Exclusion): string {
  return hashOf(row);
}

const lastFits = ({ last }: NameComparison) => last.outcome === "same" || last.score >= STRONG;

function firstFits({ first }: NameComparison): boolean {
  if (first.outcome === "same" || first.outcome === "not-compared") return true;
  return first.by === "an initial" || first.by === "the middle name" || first.score >= CLOSE;
}

function verdictOn(compared: NameComparison, birth: Birth): Weighed["verdict"] | undefined {
  const [last, first] = [lastFits(compared), firstFits(compared)];
  const sameFirst = compared.first.outcome === "same" && compared.middle.outcome !== "different";
  switch (birth) {
    case "same":
      if (last && first) return "hit";
      // Somebody may have another last name now, or go by another first name.
      return last || sameFirst || (first && compared.last.score >= WEAK) ? "review" : undefined;
    case "different":
      return last && first ? "cleared" : undefined;
    case "near":
      return last && first ? "review" : undefined;
    case "unknown": {
      const misspelt = compared.last.outcome !== "same";
      return last && first && (!misspelt || compared.first.outcome === "same") ? "review" : undefined;
    }
  }
}

const BIRTH: Readonly<Record<Birth, string>> = {
  same: "the date of birth is the same",
  near: "the date of birth is nearly the same",
  different: "the date of birth is another one",
  unknown: "there is no date of birth to compare",
};

function describe(row: Exclusion, birth: Birth, why: string): string {
  const { last, first, middle, business, state, type, excluded, waived, specialty } = row;
  const who = last === null ? business : [last, [first, middle].filter(Boolean).join(" ")].join(", ");
  const about = [specialty, state, excluded === null ? null : `excluded ${excluded}`, type || null];
  const waiver = waived === null ? "" : " A waiver for some states does not lift it.";
  return `${who} (${about.filter((one) => one !== null).join("; ")}): ${why}, and ${BIRTH[birth]}.${waiver}`;
}

/** Whether a row of the list may be this person, by any of the names that they have or had; undefined when it is nobody like them. */
export function weigh(
  row: Exclusion,
  person: { readonly names: readonly PersonName[]; readonly npi?: string; readonly born?: string },
): Weighed | undefined {
  const birth = compareBirth(person.born, row.born);
  const born = birth === "near" ? "unknown" : birth;
  if (person.npi !== undefined && row.npi === person.npi)
    return {
      rowHash: rowHash(row),
      score: 1,
      says: describe(row, birth, "the NPI is the same"),
      cleared: false,
      born,
      verdict: "hit",
      certain: true,
    };
  if (row.last === null) return undefined;
  const listed = { last: row.last, first: row.first, middle: row.middle };
  const cut = {
    last: mayBeCut("LASTNAME", row.last),
    first: row.first !== null && mayBeCut("FIRSTNAME", row.first),
  };
  const weighed = person.names.flatMap((name) => {
    const compared = compareNames(name, listed, cut);
    const verdict = verdictOn(compared, birth);
    return verdict === undefined ? [] : [{ compared, verdict }];
  });
  const ORDER = ["cleared", "review", "hit"];
  const [found] = weighed.sort((one, other) => ORDER.indexOf(other.verdict) - ORDER.indexOf(one.verdict));
  if (found === undefined) return undefined;
  const { compared, verdict } = found;
  const why = lastFits(compared)
    ? firstFits(compared)
      ? "the name fits"
      : "the last name fits"
    : "the first name fits";
  return {
    rowHash: rowHash(row),
    score: Math.round(compared.score * 1000) / 1000,
    says: describe(row, birth, why),
    cleared: verdict === "cleared",
    born,
    verdict,
    certain: verdict === "hit",
  };
}
