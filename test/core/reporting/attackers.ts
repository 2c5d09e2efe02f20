import fc from "fast-check";
import { hideSmall } from "#core/reporting/hide-small.ts";
import type { Sum } from "#core/reporting/possible-values.ts";

/** Counts with the sums between them, as a report has them: a tree of totals and parts. */
export interface Tables {
  readonly counts: ReadonlyMap<string, number>;
  readonly sums: readonly Sum[];
}

interface Room {
  readonly largest: number;
  readonly deepest: number;
}

type Draw = fc.GeneratorValue;

function split(draw: Draw, total: number, into: number): number[] {
  const parts: number[] = [];
  let rest = total;
  for (let at = 1; at < into; at += 1) {
    const part = draw(fc.integer, { min: 0, max: rest });
    parts.push(part);
    rest -= part;
  }
  return [...parts, rest];
}

/** A total that is told in one or two ways, some parts of which are told in ways again. */
export function drawTables(draw: Draw, { largest, deepest }: Room): Tables {
  const counts = new Map<string, number>();
  const sums: Sum[] = [];
  const grow = (id: string, value: number, depth: number) => {
    counts.set(id, value);
    const ways = depth === deepest ? 0 : draw(fc.integer, { min: depth === 0 ? 1 : 0, max: 2 });
    for (let way = 0; way < ways; way += 1) {
      const values = split(draw, value, draw(fc.integer, { min: 1, max: 3 }));
      const parts = values.map((_, at) => `${id}/${way}.${at}`);
      sums.push({ total: id, parts });
      for (const [at, part] of parts.entries()) grow(part, values[at] ?? 0, depth + 1);
    }
  };
  grow("all", draw(fc.integer, { min: 0, max: largest }), 0);
  return { counts, sums };
}

export type Bounds = Map<string, [least: number, most: number]>;

/**
 * An attacker who knows all that is printed, that "hidden" is never 0, and how to add up: handing bounds on along the sums until
 * nothing moves. Written apart from the one that the program asks.
 */
export function bounds(
  { counts, sums }: Tables,
  hidden: ReadonlySet<string>,
  unsaid: ReadonlySet<string> = new Set(),
): Bounds {
  const known: Bounds = new Map(
    [...counts].map(([id, count]) => {
      if (unsaid.has(id)) return [id, [0, 1e9]];
      return [id, hidden.has(id) ? [1, 1e9] : [count, count]];
    }),
  );
  // total - parts = 0, as one equation with a sign for each.
  const equations = sums.map(({ total, parts }) => [
    { id: total, sign: 1 },
    ...parts.map((id) => ({ id, sign: -1 })),
  ]);
  for (let round = 0; round < 1000; round += 1) {
    const before = JSON.stringify([...known]);
    for (const equation of equations)
      for (const { id, sign } of equation) {
        let [least, most] = [0, 0];
        for (const other of equation.filter((one) => one.id !== id)) {
          const [low, high] = known.get(other.id) ?? [0, 1e9];
          const flipped = -sign * other.sign;
          least += flipped === 1 ? low : -high;
          most += flipped === 1 ? high : -low;
        }
        const [low, high] = known.get(id) ?? [0, 1e9];
        known.set(id, [Math.max(low, least), Math.min(high, most)]);
      }
    if (JSON.stringify([...known]) === before) return known;
  }
  throw new Error("the bounds do not come to rest");
}

const MOST_TRIED = 14;

/**
 * An attacker who also knows the program: tries every table that adds up, and keeps those of which exactly the same would have
 * been hidden. Gives the values left for each hidden count, and stops once each has two.
 */
export function possibleTo(tables: Tables, hidden: ReadonlySet<string>): Map<string, Set<number>> {
  const { counts, sums } = tables;
  const ranges = bounds(tables, hidden);
  const left = new Map([...hidden].map((id): [string, Set<number>] => [id, new Set()]));
  const open = [...hidden];
  const tried = new Map(counts);
  const isWhole = (): boolean =>
    sums.every(
      ({ total, parts }) =>
        (tried.get(total) ?? 0) === parts.reduce((sum, part) => sum + (tried.get(part) ?? 0), 0),
    );
  const isDone = () => [...left.values()].every((values) => values.size > 1);
  const looksTheSame = (): boolean => {
    const again = hideSmall({ counts: tried, sums });
    return again.size === hidden.size && [...hidden].every((id) => again.has(id));
  };
  const fill = (at: number): void => {
    if (isDone()) return;
    const id = open[at];
    if (id === undefined) {
      if (isWhole() && looksTheSame()) for (const one of open) left.get(one)?.add(tried.get(one) ?? 0);
      return;
    }
    const [least, most] = ranges.get(id) ?? [1, MOST_TRIED];
    for (let value = least; value <= Math.min(most, MOST_TRIED); value += 1) {
      tried.set(id, value);
      fill(at + 1);
    }
  };
  fill(0);
  return left;
}
