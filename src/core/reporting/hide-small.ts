import {
  possibleValues,
  type Range,
  type Ranges,
  type Said,
  type Sum,
  saidBySum,
} from "./possible-values.ts";

/** Fewer than this could point at somebody. */
export const FEW = 5;

/**
 * So many values at least must stay possible for each hidden number. More than two, since whoever knows how we choose can
 * rule out some.
 */
const ROOM = 4;

export interface Counted {
  readonly counts: ReadonlyMap<string, number>;
  /** Each total with its parts, through all tables of one report. */
  readonly sums: readonly Sum[];
  /** Counts that are told nowhere, and are there because others contain them. */
  readonly unsaid?: ReadonlySet<string>;
}

const isFew = (count: number): boolean => count > 0 && count < FEW;

function saidOf({ counts, unsaid }: Counted, hidden: ReadonlySet<string>): Map<string, Said> {
  return new Map(
    [...counts].map(([id, count]) => [id, unsaid?.has(id) ? "unsaid" : hidden.has(id) ? "hidden" : count]),
  );
}

const OPEN: Range = { least: 0, most: Number.POSITIVE_INFINITY };

const isNarrow = ({ least, most }: Range): boolean => most - least + 1 < ROOM;

/** The nearest count to `from` that is told and is not 0: in the sums that give it away first, its parts before its total. */
function nextToHide(
  { counts, sums, unsaid }: Counted,
  hidden: ReadonlySet<string>,
  ranges: Ranges,
  from: string,
) {
  const canHide = (id: string) => !hidden.has(id) && !unsaid?.has(id) && counts.get(id) !== 0;
  const seen = new Set([from]);
  for (const id of seen) {
    const near = sums.filter(({ total, parts }) => total === id || parts.includes(id));
    const guilty = near.filter((sum) => isNarrow(saidBySum(id, sum, ranges)));
    const members = [...guilty, ...near].flatMap(({ total, parts }) => [...parts.toReversed(), total]);
    const next = members.find((one) => one !== id && canHide(one));
    if (next !== undefined) return next;
    for (const member of members) seen.add(member);
  }
  return undefined;
}

/**
 * Which counts of a report must not be told: those from 1 to 4, and as many others as it takes that none of these can be worked
 * out from the rest. Both look alike to the reader, or the mark itself would say which is which. 0 is told: that something
 * happened to nobody is about nobody, and a report that hides that no appeal was granted would be worth little.
 */
export function hideSmall(counted: Counted): ReadonlySet<string> {
  const { counts, unsaid } = counted;
  const hidden = new Set(
    [...counts].filter(([id, count]) => isFew(count) && !unsaid?.has(id)).map(([id]) => id),
  );
  for (;;) {
    const ranges = possibleValues(saidOf(counted, hidden), counted.sums);
    // Where all that is not 0 is hidden, twice the true numbers fit as well: this ends, and ends safely.
    const next = [...hidden]
      .filter((id) => isNarrow(ranges.get(id) ?? OPEN))
      .map((id) => nextToHide(counted, hidden, ranges, id))
      .find((id) => id !== undefined);
    if (next === undefined) return hidden;
    hidden.add(next);
  }
}
