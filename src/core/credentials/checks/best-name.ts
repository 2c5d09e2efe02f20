import { compareNames, fitOf, type NameComparison, type PersonName } from "../names/compare-names.ts";
import { nameParts } from "../names/name-parts.ts";
import type { License } from "../registries/license/find-licenses.ts";
import type { NppesProvider } from "../registries/nppes/provider.ts";
import type { FieldOutcome } from "./check.ts";

export type Fit = "fits" | "near" | "other";

export interface NameFit {
  readonly fit: Fit;
  readonly comparison: NameComparison;
  /** The name of the registry that was compared. */
  readonly name: PersonName;
}

const RANK: Readonly<Record<Fit, number>> = { fits: 2, near: 1, other: 0 };

/** Of the names that a registry has for somebody, the one that fits best. */
export function bestName(person: PersonName, names: readonly PersonName[]): NameFit | undefined {
  let found: NameFit | undefined;
  for (const name of names) {
    const comparison = compareNames(person, name);
    const fit = fitOf(comparison);
    const better =
      found === undefined ||
      RANK[fit] > RANK[found.fit] ||
      (RANK[fit] === RANK[found.fit] && comparison.score > found.comparison.score);
    if (better) found = { fit, comparison, name };
  }
  return found;
}

/** The last name is the same, and the first name so different that it is a relative's, or one that nobody listed as short for it. */
export const hasOtherFirstName = ({ comparison: { last, first } }: NameFit): boolean =>
  last.outcome === "same" && first.outcome === "different";

/** The names of somebody in NPPES: the legal one, which knows the other last name, and the other one as it was. */
export function namesInNppes({ last, first, middle, suffix, other }: NppesProvider): PersonName[] {
  const legal = { last, first, middle, suffix, otherLast: other === null ? [] : [other.last] };
  if (other?.first == null) return [legal];
  return [legal, { last: null, first: other.first, middle: other.middle, otherLast: [other.last] }];
}

/** "VALE, ROBIN J" or "ROBIN J VALE": every way in which the words may be first, middle and last names. */
function splits(whole: string): PersonName[] {
  const [before = "", ...behind] = whole.split(",");
  const given = nameParts(`X, ${behind.join(" ")}`);
  const { words, suffix } = nameParts(whole);
  if (given.words.length > 1) {
    const [, first = "", ...middle] = given.words;
    return [{ last: before, first, middle: middle.join(" "), suffix: given.suffix }];
  }
  return words.slice(1).map((_, at) => ({
    first: words[0] ?? "",
    middle: words.slice(1, at + 1).join(" "),
    last: words.slice(at + 1).join(" "),
    suffix,
  }));
}

export function namesOnLicense({ last, first, middle, name }: License): PersonName[] {
  return name === null || first !== null ? [{ last, first, middle }] : splits(name);
}

/** The parts of a comparison as a reviewer reads them. */
export function nameFields({ comparison, name }: NameFit): FieldOutcome[] {
  const { last, first, middle, suffix } = comparison;
  const field = (what: string, outcome: FieldOutcome["outcome"], text: string | null | undefined) => ({
    field: what,
    outcome,
    ...(text ? { registry: text } : {}),
  });
  return [
    field(
      "last name",
      last.outcome,
      [name.last, ...(name.otherLast ?? [])].filter((one) => one != null && one !== "").join(", formerly "),
    ),
    field("first name", first.outcome, name.first),
    field("middle name", middle.outcome, name.middle),
    ...(suffix.outcome === "not-compared" ? [] : [field("suffix", suffix.outcome, name.suffix)]),
  ];
}

/** How the name agrees, as the end of a sentence. */
export function howItFits({ fit, comparison }: NameFit): string {
  const { last, first, middle, suffix, former, swapped } = comparison;
  const notes = [
    former ? "the last name is a former or other one" : undefined,
    swapped ? "first and last name are in each other's place" : undefined,
    !former && last.outcome === "same" && last.by !== "letters"
      ? `the last name agrees by ${last.by}`
      : undefined,
    last.outcome === "similar" ? "the last name is only similar" : undefined,
    first.outcome !== "different" && first.score > 0 && first.by !== "letters"
      ? `the first name agrees by ${first.by}`
      : undefined,
    first.outcome === "not-compared" ? "there is no first name to compare" : undefined,
    middle.outcome === "different" ? "the middle names differ" : undefined,
    suffix.outcome === "different" ? "the suffixes (Jr, Sr) differ" : undefined,
  ].filter((note) => note !== undefined);
  const name =
    fit === "fits" ? "the name fits" : fit === "near" ? "the name may fit" : "the name is another one";
  return notes.length === 0 || fit === "other" ? name : `${name} (${notes.join("; ")})`;
}
