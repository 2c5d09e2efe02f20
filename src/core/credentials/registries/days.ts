import { refuse } from "#core/errors.ts";

const isDay = (text: string): boolean => {
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
};

/** A day as one number, 20260208 for "2026-02-08"; days are kept like that in registries, 0 when there is none. */
export const dayNumber = (day: string): number => Number(day.replaceAll("-", ""));

/** "2026-02-08" for 20260208; null for 0. */
export function dayText(day: number): string | null {
  if (day === 0) return null;
  const text = String(day);
  return `${text.slice(0, 4)}-${text.slice(4, 6)}-${text.slice(6)}`;
}

/** The day after a day. */
export const dayAfter = (day: string): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);

/** "03/14/2019" as 20190314, as NPPES writes days; 0 for none and for what is no day. */
export function slashDay(text: string | undefined): number {
  if (text === undefined || text.length !== 10 || text.charCodeAt(2) !== 47 || text.charCodeAt(5) !== 47)
    return 0;
  const day = Number(text.slice(6)) * 10_000 + Number(text.slice(0, 2)) * 100 + Number(text.slice(3, 5));
  return Number.isInteger(day) ? day : 0;
}

/** The first day in a file's name, written 20260208 or 2026-02-08; undefined when there is none. */
export function dayInName(name: string): string | undefined {
  for (const [, year, month, date] of name.matchAll(/(?<!\d)(20\d\d)[-_]?(\d\d)[-_]?(\d\d)(?!\d)/g)) {
    const day = `${year}-${month}-${date}`;
    if (isDay(day)) return day;
  }
  return undefined;
}

export interface AsOf {
  readonly file: string;
  /** What the person said. */
  readonly given: string | undefined;
  /** What the file's name says. */
  readonly named: string | undefined;
  readonly now: Date;
}

/** The day that a file speaks of. Refuses `undated_file` and `invalid_input`. */
export function asOfDay({ file, given, named, now }: AsOf): string {
  const day = given ?? named;
  if (day === undefined) throw refuse("undated_file", { file: file === "-" ? "standard input" : file });
  if (!isDay(day)) throw refuse("invalid_input", { field: "as-of day", rule: "is written YYYY-MM-DD" });
  // A day further on: it may be tomorrow already where the file was made.
  if (new Date(`${day}T00:00:00Z`).getTime() > now.getTime() + 86_400_000)
    throw refuse("invalid_input", { field: "as-of day", rule: "cannot be in the future" });
  return day;
}

/** Whole days from a day to now. */
export const ageInDays = (day: string, now: Date): number =>
  Math.max(0, Math.floor((now.getTime() - new Date(`${day}T00:00:00Z`).getTime()) / 86_400_000));
