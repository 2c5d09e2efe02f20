import { DAY_MINUTES, type Hours, WEEK_MINUTES } from "./hours.ts";
import { type Wall, wallAt } from "./zone.ts";

/** The hours of somebody, and where their clock is. */
export interface Shifts {
  readonly zone: string;
  readonly hours: readonly Hours[];
}

type Clock = Pick<Wall, "weekday" | "minute">;

const before = (weekday: number): number => (weekday === 1 ? 7 : weekday - 1);

/** By the clock alone: an hour that comes twice in autumn counts twice, one that is left out in spring does not count. */
function holds({ weekday, fromMinute, toMinute }: Hours, wall: Clock): boolean {
  if (weekday === wall.weekday && wall.minute >= fromMinute && wall.minute < toMinute) return true;
  // What began the day before and goes on past midnight.
  return weekday === before(wall.weekday) && wall.minute + DAY_MINUTES < toMinute;
}

export const isWithin = (hours: readonly Hours[], wall: Clock): boolean =>
  hours.some((one) => holds(one, wall));

export const isOnShift = ({ zone, hours }: Shifts, at: Date): boolean => isWithin(hours, wallAt(at, zone));

export interface OffShift {
  /** Minutes since midnight on their clock, when their hours were over, and how long ago that was. */
  readonly endedMinute: number;
  readonly endedAgo: number;
  /** When they begin again. */
  readonly beginsWeekday: number;
  readonly beginsMinute: number;
  readonly zone: string;
}

const weekMinute = (weekday: number, minute: number): number =>
  ((weekday - 1) * DAY_MINUTES + minute) % WEEK_MINUTES;

const apart = (from: number, to: number): number => (to - from + WEEK_MINUTES) % WEEK_MINUTES;

/** Outside of their own hours: since when and until when, by their clock. Undefined within, and for somebody who has none. */
export function offShift({ zone, hours }: Shifts, at: Date): OffShift | undefined {
  const wall = wallAt(at, zone);
  if (hours.length === 0 || isWithin(hours, wall)) return undefined;
  const now = weekMinute(wall.weekday, wall.minute);
  const ended = hours.map(({ weekday, toMinute }) => weekMinute(weekday, toMinute));
  const begins = hours.map(({ weekday, fromMinute }) => weekMinute(weekday, fromMinute));
  const last = Math.min(...ended.map((end) => apart(end, now)));
  const next = (now + Math.min(...begins.map((begin) => apart(now, begin)))) % WEEK_MINUTES;
  return {
    endedMinute: apart(last, now) % DAY_MINUTES,
    endedAgo: last,
    beginsWeekday: Math.floor(next / DAY_MINUTES) + 1,
    beginsMinute: next % DAY_MINUTES,
    zone,
  };
}
