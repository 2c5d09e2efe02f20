import { type Agreement, agreement, best, CLOSE, NOT_COMPARED, STRONG } from "./agreement.ts";
import { compareFirstNames, compareMiddleNames } from "./compare-first-names.ts";
import { compareLastNames } from "./compare-last-names.ts";
import { nameParts, plainSuffix } from "./name-parts.ts";

/** Somebody's name as it is written in one place. */
export interface PersonName {
  readonly first?: string | null;
  readonly last: string | null;
  readonly middle?: string | null;
  readonly suffix?: string | null;
  /** Last names that they had before, or have beside. */
  readonly otherLast?: readonly string[];
}

export interface NameComparison {
  readonly last: Agreement;
  readonly first: Agreement;
  readonly middle: Agreement;
  readonly suffix: Agreement;
  /** The last names agree by one that is a former one on at least one side. */
  readonly former: boolean;
  /** They agree only when first and last name of one of them change places. */
  readonly swapped: boolean;
  /** Of the part that agrees least, without suffixes; a little less for middle names that differ. */
  readonly score: number;
}

/** Which names of the second person may go on behind what is written. */
export interface Cut {
  readonly last?: boolean;
  readonly first?: boolean;
}

const MIDDLE_CONFLICT = 0.05;

function lastNames(one: PersonName, other: PersonName, cut: Cut): { last: Agreement; former: boolean } {
  const present = compareLastNames(one.last ?? "", other.last ?? "", cut.last);
  if (present.score === 1) return { last: present, former: false };
  const [ours, theirs] = [one, other].map(({ last, otherLast = [] }) => [last ?? "", ...otherLast]) as [
    string[],
    string[],
  ];
  const former = best(
    ours.flatMap((our, at) =>
      theirs.flatMap((their, there) =>
        at + there === 0 ? [] : [compareLastNames(our, their, cut.last === true && there === 0)],
      ),
    ),
  );
  const better = former.outcome === "same" ? present.outcome !== "same" : former.score > present.score;
  return better && former.outcome !== "not-compared"
    ? { last: former, former: true }
    : { last: present, former: false };
}

/** Father and son may differ in nothing else. */
function suffixes(one: PersonName, other: PersonName): Agreement {
  const [ours, theirs] = [one, other].map(
    ({ last, suffix }) => plainSuffix(suffix) ?? nameParts(last ?? "").suffix,
  );
  if (ours == null || theirs == null) return NOT_COMPARED;
  return ours === theirs ? agreement("letters", 1) : agreement("nothing", 0);
}

function straight(one: PersonName, other: PersonName, cut: Cut): NameComparison {
  const first = compareFirstNames(one, other, cut.first);
  const { last, former } = lastNames(one, other, cut);
  const kin = [one, other].flatMap((person) => [person.last ?? "", ...(person.otherLast ?? [])]);
  const middle = compareMiddleNames(one.middle, other.middle, kin);
  const conflict = middle.outcome === "different" ? MIDDLE_CONFLICT : 0;
  const score = Math.max(0, Math.min(last.score, first.score) - conflict);
  return { last, first, middle, suffix: suffixes(one, other), former, swapped: false, score };
}

/**
 * Compares two names part by part. When they do not agree as they stand, once more with first and last name of the first
 * person in each other's place, as in Chen Li and Li Chen; that counts only when both then agree.
 */
export function compareNames(one: PersonName, other: PersonName, cut: Cut = {}): NameComparison {
  const plain = straight(one, other, cut);
  if (plain.score >= CLOSE || !one.first || !one.last) return plain;
  const turned = straight({ ...one, first: one.last, last: one.first, otherLast: [] }, other, cut);
  const agrees = turned.score >= STRONG && turned.last.outcome === "same" && turned.first.outcome === "same";
  return agrees ? { ...turned, swapped: true } : plain;
}

/**
 * Whether two names are one person's, as far as names tell: `near` is for a person to look at. A first name that is missing
 * or known by its middle name only is near.
 */
export function fitOf({ last, first, middle, suffix }: NameComparison): "fits" | "near" | "other" {
  if (last.outcome === "different" || first.outcome === "different") return "other";
  const firstFits = first.outcome === "same" || first.by === "an initial";
  const conflict = [middle, suffix].some(({ outcome }) => outcome === "different" || outcome === "similar");
  return last.outcome === "same" && firstFits && !conflict ? "fits" : "near";
}
