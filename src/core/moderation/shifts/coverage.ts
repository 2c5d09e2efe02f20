import { isWithin, type Shifts } from "./on-shift.ts";
import { wallAt } from "./zone.ts";

export interface Watch extends Shifts {
  readonly pseudonym: string;
}

/** A time during which the same people are there. */
export interface Stretch {
  readonly from: Date;
  readonly to: Date;
  /** By their names here; empty where nobody is. */
  readonly names: readonly string[];
}

const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;
/** Clocks everywhere are apart, and are changed, by whole quarters of an hour. */
const QUARTER = 15;

/**
 * Who is there when, for so many days from `from` on, without gaps. In moments that pass and not by one clock: people in several
 * zones are there together, and change their clocks on different days.
 */
export function coverageOf(
  people: readonly Watch[],
  { from, days }: { from: Date; days: number },
): Stretch[] {
  const quarterMs = QUARTER * MINUTE_MS;
  const start = Math.floor(from.getTime() / quarterMs) * quarterMs;
  const end = from.getTime() + days * DAY_MS;
  const zones = [...new Set(people.map(({ zone }) => zone))];
  const stretches: { from: Date; to: Date; names: string[] }[] = [];
  for (let quarter = start; quarter < end; quarter += quarterMs) {
    const walls = new Map(zones.map((zone) => [zone, wallAt(new Date(quarter), zone)]));
    for (let past = 0; past < QUARTER; past += 1) {
      const [begins, ends] = [quarter + past * MINUTE_MS, quarter + (past + 1) * MINUTE_MS];
      if (ends <= from.getTime() || begins >= end) continue;
      const names = people.flatMap(({ pseudonym, zone, hours }) => {
        const wall = walls.get(zone);
        const there =
          wall !== undefined && isWithin(hours, { weekday: wall.weekday, minute: wall.minute + past });
        return there ? [pseudonym] : [];
      });
      const last = stretches.at(-1);
      const to = new Date(Math.min(ends, end));
      if (last !== undefined && last.names.join("\n") === names.join("\n")) last.to = to;
      else stretches.push({ from: new Date(Math.max(begins, from.getTime())), to, names });
    }
  }
  return stretches;
}

/** How many whole hours, rounded, nobody is there. */
export function hoursWithoutAnybody(stretches: readonly Stretch[]): number {
  const ms = stretches
    .filter(({ names }) => names.length === 0)
    .reduce((sum, { from, to }) => sum + to.getTime() - from.getTime(), 0);
  return Math.ceil(ms / (60 * MINUTE_MS));
}
