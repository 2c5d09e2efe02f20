/** One count is the sum of others. */
export interface Sum {
  readonly total: string;
  readonly parts: readonly string[];
}

export interface Range {
  readonly least: number;
  readonly most: number;
}

export type Ranges = ReadonlyMap<string, Range>;

/** What is told of a count: its number; that it is hidden, which says that it is not 0; or nothing at all. */
export type Said = number | "hidden" | "unsaid";

const BEGINNINGS = {
  hidden: { least: 1, most: Number.POSITIVE_INFINITY },
  unsaid: { least: 0, most: Number.POSITIVE_INFINITY },
} as const satisfies Record<Exclude<Said, number>, Range>;

const rangeIn = (ranges: Ranges, id: string): Range => ranges.get(id) ?? BEGINNINGS.unsaid;

function added(ranges: readonly Range[]): Range {
  return {
    least: ranges.reduce((sum, { least }) => sum + least, 0),
    most: ranges.reduce((sum, { most }) => sum + most, 0),
  };
}

/** What one sum says of one of its counts, the others being as they may be. */
export function saidBySum(id: string, { total, parts }: Sum, ranges: Ranges): Range {
  if (id === total) return added(parts.map((part) => rangeIn(ranges, part)));
  const others = added(parts.filter((part) => part !== id).map((part) => rangeIn(ranges, part)));
  const whole = rangeIn(ranges, total);
  // Infinity less infinity is nothing that a bound could be.
  const least = others.most === Number.POSITIVE_INFINITY ? 0 : whole.least - others.most;
  return { least, most: whole.most - others.least };
}

/**
 * What a reader can work out of each count from all that is told and from how the counts add up: bounds are handed on from
 * sum to sum until nothing changes. Where no two sums share more than one count and no chain of sums comes back to where it
 * began, as in our report, these bounds are exact: each number within them is possible.
 */
export function possibleValues(said: ReadonlyMap<string, Said>, sums: readonly Sum[]): Ranges {
  const ranges = new Map<string, Range>();
  for (const [id, is] of said)
    ranges.set(id, typeof is === "number" ? { least: is, most: is } : BEGINNINGS[is]);
  let changed = true;
  while (changed) {
    changed = false;
    for (const sum of sums)
      for (const id of [sum.total, ...sum.parts]) {
        const [before, more] = [rangeIn(ranges, id), saidBySum(id, sum, ranges)];
        const now = { least: Math.max(before.least, more.least), most: Math.min(before.most, more.most) };
        if (now.least === before.least && now.most === before.most) continue;
        ranges.set(id, now);
        changed = true;
      }
  }
  return ranges;
}
