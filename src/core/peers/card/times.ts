import { msg } from "#core/language/t.ts";

/** How often the two would like to write. Only the same fits: whoever hopes for a word a day is let down by one a week. */
export const PACES = {
  daily: msg("About every day"),
  weekly: msg("About once a week"),
  once: msg("One good talk"),
} as const;
export type Pace = keyof typeof PACES;

export const TIMES = {
  days: msg("Weekdays, daytime"),
  evenings: msg("Weekday evenings"),
  weekends: msg("Weekends"),
} as const;
export type Time = keyof typeof TIMES;

export const ZONES = {
  americas: msg("The Americas"),
  "europe-africa": msg("Europe or Africa"),
  "west-asia": msg("Western or southern Asia"),
  "asia-pacific": msg("Eastern Asia or the Pacific"),
} as const;
export type Zone = keyof typeof ZONES;

/** The middle of each band, in hours from UTC: bands are wide, so that a card does not say where somebody lives. */
const OFFSETS: Readonly<Record<Zone, number>> = {
  americas: -5,
  "europe-africa": 1,
  "west-asia": 5,
  "asia-pacific": 9,
};

const HOURS: Readonly<Record<Time, { readonly on: "weekday" | "weekend"; from: number; to: number }>> = {
  days: { on: "weekday", from: 9, to: 17 },
  evenings: { on: "weekday", from: 18, to: 23 },
  weekends: { on: "weekend", from: 9, to: 23 },
};

const LEAST_HOURS = 2;

/** When somebody would like to write. */
export interface Availability {
  readonly zone: Zone;
  readonly times: readonly Time[];
}

export const isPace = (text: string): text is Pace => Object.hasOwn(PACES, text);
export const isTime = (text: string): text is Time => Object.hasOwn(TIMES, text);
export const isZone = (text: string): text is Zone => Object.hasOwn(ZONES, text);

/** Hours by UTC, as "weekday 18". */
function hoursOf({ zone, times }: Availability): ReadonlySet<string> {
  return new Set(
    times.flatMap((time) => {
      const { on, from, to } = HOURS[time];
      return Array.from({ length: to - from }, (_, at) => `${on} ${(from + at - OFFSETS[zone] + 24) % 24}`);
    }),
  );
}

/** Do two have at least two hours in common on some day? */
export function meets(one: Availability, other: Availability): boolean {
  const theirs = hoursOf(other);
  return [...hoursOf(one)].filter((hour) => theirs.has(hour)).length >= LEAST_HOURS;
}

/** The times that both chose, where they are the same hours for both. */
export function sharedTimes(one: Availability, other: Availability): readonly Time[] {
  return one.zone === other.zone ? one.times.filter((time) => other.times.includes(time)) : [];
}
