import type { Stretch } from "#core/moderation/shifts/coverage.ts";
import { DAY_MINUTES, timeWords, WEEKDAYS } from "#core/moderation/shifts/hours.ts";
import type { OffShift } from "#core/moderation/shifts/on-shift.ts";
import { wallAt } from "#core/moderation/shifts/zone.ts";

/** A stretch, or a part of one, on one day of somebody's clock. */
export interface DayPart {
  readonly day: string;
  /** "19:00-23:00". */
  readonly times: string;
  readonly names: readonly string[];
}

/** Where the day ends on a clock, or the stretch does. */
function endOfPart(from: Date, to: Date, zone: string): Date {
  const { day } = wallAt(from, zone);
  if (wallAt(new Date(to.getTime() - 1), zone).day === day) return to;
  // The first moment of another day: there is one day's end at most in what is left of a day.
  let [same, other] = [from.getTime(), Math.min(to.getTime(), from.getTime() + 26 * 3_600_000)];
  while (other - same > 1) {
    const middle = Math.floor((same + other) / 2);
    if (wallAt(new Date(middle), zone).day === day) same = middle;
    else other = middle;
  }
  return new Date(other);
}

/** The stretches cut at midnight of a zone, in their order. */
export function partsByDay(stretches: readonly Stretch[], zone: string): DayPart[] {
  return stretches.flatMap(({ from, to, names }) => {
    const parts: DayPart[] = [];
    for (let begins = from; begins < to; ) {
      const ends = endOfPart(begins, to, zone);
      const [first, last] = [wallAt(begins, zone), wallAt(ends, zone)];
      const until = last.day === first.day ? last.minute : DAY_MINUTES;
      parts.push({ day: first.day, times: `${timeWords(first.minute)}-${timeWords(until)}`, names });
      begins = ends;
    }
    return parts;
  });
}

/** "Fri 27 Nov". */
export const dayTitle = (day: string): string =>
  new Date(`${day}T00:00:00Z`)
    .toLocaleDateString("en-GB", { weekday: "short", day: "2-digit", month: "short", timeZone: "UTC" })
    .replace(",", "");

const HALF_DAY_MINUTES = DAY_MINUTES / 2;

/** To somebody who begins outside of their own hours. */
export function offShiftWords({
  endedMinute,
  endedAgo,
  beginsWeekday,
  beginsMinute,
  zone,
}: OffShift): string {
  const day = WEEKDAYS[beginsWeekday - 1] ?? "";
  const begins = `on ${day.slice(0, 1).toUpperCase()}${day.slice(1)} at ${timeWords(beginsMinute)}`;
  return endedAgo < HALF_DAY_MINUTES
    ? `Your hours are over since ${timeWords(endedMinute)} (${zone}); they begin again ${begins}.`
    : `These are not your hours: they begin ${begins} (${zone}).`;
}
