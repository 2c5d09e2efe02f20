import { refuse } from "#core/errors.ts";

/** Hours in which somebody is there, every week, by the clock on their wall. */
export interface Hours {
  /** 1 is Monday, 7 Sunday: the day on which they begin. */
  readonly weekday: number;
  /** Minutes since midnight. */
  readonly fromMinute: number;
  /** Later than `fromMinute`; beyond 1440 it is the day after. */
  readonly toMinute: number;
}

export const DAY_MINUTES = 1440;
export const WEEK_MINUTES = 7 * DAY_MINUTES;
/** So many stretches a week are enough for anybody. */
const MOST = 50;

export const WEEKDAYS = [
  "monday",
  "tuesday",
  "wednesday",
  "thursday",
  "friday",
  "saturday",
  "sunday",
] as const;

const no = (rule: string) => refuse("invalid_input", { field: "hours", rule });

const EXAMPLE = 'must be such as "mon-fri 19:00-23:00, sat 10:00-14:00"';

/** 1 to 7 for "mon", "tues" or "Wednesday"; two letters are enough. */
function weekdayOf(word: string): number {
  const at = word.length < 2 ? -1 : WEEKDAYS.findIndex((day) => day.startsWith(word));
  if (at < 0) throw no(`${EXAMPLE}; "${word}" is no day`);
  return at + 1;
}

/** "mon", "mon-fri" (also over the end of the week, "sat-mon") or "daily". */
function daysOf(word: string): number[] {
  if (word === "daily") return [1, 2, 3, 4, 5, 6, 7];
  const [first = "", last, ...more] = word.split("-");
  if (more.length > 0) throw no(EXAMPLE);
  const from = weekdayOf(first);
  const length = last === undefined ? 1 : ((weekdayOf(last) - from + 7) % 7) + 1;
  return Array.from({ length }, (_, at) => ((from - 1 + at) % 7) + 1);
}

const TIME = /^(\d{1,2})(?::(\d{2}))?(am|pm)?$/;

/** Minutes since midnight; 24:00 is the end of the day. */
function minuteOf(text: string): number {
  const [, hourText = "", minuteText = "0", half] = TIME.exec(text) ?? [];
  const [hour, minute] = [Number(hourText), Number(minuteText)];
  const isHour = half === undefined ? hour <= 24 : hour >= 1 && hour <= 12;
  const minutes = (half === undefined ? hour : (hour % 12) + (half === "pm" ? 12 : 0)) * 60 + minute;
  if (hourText === "" || !isHour || minute > 59 || minutes > DAY_MINUTES)
    throw no(`${EXAMPLE}; "${text}" is no time of the day`);
  return minutes;
}

function timesOf(text: string): Pick<Hours, "fromMinute" | "toMinute"> {
  const [first = "", last = ""] = text.split("-");
  // "7-11pm" could be meant in two ways.
  if (/[ap]m$/.test(first) !== /[ap]m$/.test(last)) throw no(`must say am or pm at both times of "${text}"`);
  const [from, to] = [minuteOf(first), minuteOf(last)];
  if (from === DAY_MINUTES || from === to)
    throw no(`must begin and end at different times, which "${text}" does not; all of a day is 0:00-24:00`);
  return { fromMinute: from, toMinute: to > from ? to : to + DAY_MINUTES };
}

/** Hours of one day that touch or overlap become one, as long as that is a day at most. In the order of the week. */
function joined(hours: readonly Hours[]): Hours[] {
  const inOrder = [...hours].sort(
    (one, other) =>
      one.weekday - other.weekday || one.fromMinute - other.fromMinute || one.toMinute - other.toMinute,
  );
  const kept: Hours[] = [];
  for (const next of inOrder) {
    const last = kept.at(-1);
    const toMinute = Math.max(last?.toMinute ?? 0, next.toMinute);
    const length = toMinute - (last?.fromMinute ?? 0);
    const isOne =
      last?.weekday === next.weekday &&
      next.fromMinute <= last.toMinute &&
      (length < DAY_MINUTES || (length === DAY_MINUTES && last.fromMinute === 0));
    if (isOne) kept.splice(-1, 1, { ...last, toMinute });
    else kept.push(next);
  }
  return kept;
}

/** "19:00-23:00", with nothing, a comma or a new day before it. */
const PART = /^(?:(.*?)\s+)?(\d[\d:apm]*-\d[\d:apm]*)$/;

/**
 * Reads hours as people write them: "mon-fri 19:00-23:00, sat sun 10-14", "fri 10pm-2am", "daily 0:00-24:00"; what ends before
 * it begins goes on past midnight, and hours without a day are of the days before them. Refuses invalid_input, with what is wrong.
 */
export function readHours(text: string): Hours[] {
  const parts = text
    .toLowerCase()
    .replace(/[–—]| to /g, "-")
    .replace(/\s*-\s*/g, "-")
    .replace(/(\d)\.(\d\d)/g, "$1:$2")
    .replace(/(\d)\s+(am|pm)/g, "$1$2")
    .split(/[,;\n]/)
    .map((part) => part.trim())
    .filter((part) => part !== "");
  const hours: Hours[] = [];
  let days: number[] = [];
  for (const part of parts) {
    const [, before, times] = PART.exec(part) ?? [];
    if (times === undefined) throw no(`${EXAMPLE}, not "${part}"`);
    if (before !== undefined) days = before.split(/\s+/).flatMap(daysOf);
    if (days.length === 0) throw no(`must say on which day, before "${part}"`);
    hours.push(...days.map((weekday) => ({ weekday, ...timesOf(times) })));
    if (hours.length > MOST * 7) throw no(`may have ${MOST} parts a week at most`);
  }
  const kept = joined(hours);
  if (kept.length === 0) throw no(EXAMPLE);
  if (kept.length > MOST) throw no(`may have ${MOST} parts a week at most`);
  return kept;
}

/** "09:05"; the end of the day is "24:00". */
export function timeWords(minute: number): string {
  const inDay = minute > DAY_MINUTES ? minute - DAY_MINUTES : minute;
  return `${String(Math.floor(inDay / 60)).padStart(2, "0")}:${String(inDay % 60).padStart(2, "0")}`;
}

const shortDay = (weekday: number): string => (WEEKDAYS[weekday - 1] ?? "").slice(0, 3);

/** [1, 2, 3, 6] as "mon-wed sat". */
function dayWords(days: readonly number[]): string {
  const words: string[] = [];
  for (let at = 0; at < days.length; ) {
    let end = at;
    while (days[end + 1] === (days[end] ?? 0) + 1) end += 1;
    const [first, last] = [shortDay(days[at] ?? 0), shortDay(days[end] ?? 0)];
    if (end - at >= 2) words.push(`${first}-${last}`);
    else words.push(...(end === at ? [first] : [first, last]));
    at = end + 1;
  }
  return words.join(" ");
}

/** As they could be typed again. */
export function hoursWords(hours: readonly Hours[]): string {
  const days = new Map<string, number[]>();
  for (const { weekday, fromMinute, toMinute } of hours) {
    const times = `${timeWords(fromMinute)}-${timeWords(toMinute)}`;
    days.set(times, [...(days.get(times) ?? []), weekday]);
  }
  return [...days].map(([times, on]) => `${dayWords(on)} ${times}`).join(", ");
}
