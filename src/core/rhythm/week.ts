import { createHash } from "node:crypto";

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;
export const WEEK_MS = 7 * DAY_MS;

/** 5 January 1970. */
const A_MONDAY_MS = 4 * DAY_MS;

/** Six hours each, by UTC: nobody is asked where they live for it. Each is the hour at which it begins. */
export const BANDS = { night: 0, morning: 6, afternoon: 12, evening: 18 } as const;
export type Band = keyof typeof BANDS;
const BAND_MINUTES = 6 * 60;

export const bandOf = (text: string): Band | undefined =>
  (Object.keys(BANDS) as Band[]).find((band) => band === text);

/** 1 is Monday, 7 Sunday. */
export const WEEKDAYS = [1, 2, 3, 4, 5, 6, 7] as const;
export type Weekday = (typeof WEEKDAYS)[number];

export const weekdayOf = (text: string | number): Weekday | undefined =>
  WEEKDAYS.find((day) => String(day) === String(text));

/** When somebody gets what comes once a week. */
export interface Slot {
  readonly weekday: Weekday;
  readonly band: Band;
}

/** Sunday, when most people have a quiet moment at some hour of it: morning in America, evening in Asia. */
export const USUAL_SLOT: Slot = { weekday: 7, band: "afternoon" };

/** As it was stored; the usual one for words of another version. */
export const slotOf = ({ weekday, band }: { weekday: number; band: string }): Slot => ({
  weekday: weekdayOf(weekday) ?? USUAL_SLOT.weekday,
  band: bandOf(band) ?? USUAL_SLOT.band,
});

/** The beginning of the week by UTC, which is a Monday at midnight. */
const startOf = (ms: number): number => ms - ((((ms - A_MONDAY_MS) % WEEK_MS) + WEEK_MS) % WEEK_MS);

/** The name of a week: its Monday, such as "2031-03-03". A moment is in one week, wherever one is. */
export const weekOf = (at: Date): string => new Date(startOf(at.getTime())).toISOString().slice(0, 10);

/** A member's own minute within the band, so that not everybody's goes at once. */
const ownMinute = (memberId: string): number =>
  createHash("sha256").update(memberId).digest().readUInt32BE() % BAND_MINUTES;

/** The first moment after `after` that is a member's own in a slot; there is one in each week. */
export function nextSlot(after: Date, { weekday, band }: Slot, memberId: string): Date {
  const into = (weekday - 1) * DAY_MS + BANDS[band] * HOUR_MS + ownMinute(memberId) * MINUTE_MS;
  const inThisWeek = startOf(after.getTime()) + into;
  return new Date(inThisWeek > after.getTime() ? inThisWeek : inThisWeek + WEEK_MS);
}
