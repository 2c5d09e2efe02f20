import { FEW } from "#core/reporting/hide-small.ts";
import type { Cell } from "./tallies.ts";

/** Whose word is where: a member's id and a cell. */
export type Voices = ReadonlyMap<string, Cell>;

export interface NextCount {
  readonly counted: Voices;
  /** False where nothing may change: what was told before is told on. */
  readonly changed: boolean;
}

const sizes = (voices: Iterable<Cell>, cells: readonly Cell[]): number[] => {
  const all = [...voices];
  return cells.map((cell) => all.filter((one) => one === cell).length);
};

/** At least five in each cell. */
const isMixed = (voices: Iterable<Cell>, cells: readonly Cell[]): boolean =>
  sizes(voices, cells).every((size) => size >= FEW);

/**
 * The next count of one tally, given whose word is in the last one and what they say now, in the order in which they came. Two
 * counts differ by a group that would itself be told, and never by a person (docs/adr/0026). Newcomers are added all at once:
 * whole fives of them, and only when there are five or more in each cell. So it never depends on one person alone whether a
 * number appears either. Those whose word no longer stands are taken out the same way, and only when what is left has five or
 * more in each cell, or nobody at all. Whoever is counted counts once, and as they said then.
 */
export function nextCount(before: Voices, now: Voices, cells: readonly Cell[]): NextCount {
  const came = [...now].filter(([who]) => !before.has(who));
  const fives = came.slice(0, came.length - (came.length % FEW));
  const left = [...before].filter(([who, cell]) => now.get(who) !== cell);
  const counted = new Map(before);
  const joins = isMixed(new Map(fives).values(), cells);
  if (joins) for (const [who, cell] of fives) counted.set(who, cell);
  const rest = new Map(counted);
  for (const [who] of left) rest.delete(who);
  const mayLeave =
    left.length % FEW === 0 && isMixed(new Map(left).values(), cells) && isMixed(rest.values(), cells);
  const leaves = left.length > 0 && (rest.size === 0 || mayLeave);
  return { counted: leaves ? rest : counted, changed: joins || leaves };
}
