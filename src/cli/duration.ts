import { UsageError } from "#cli/command.ts";

const HOUR_MS = 3_600_000;
const UNITS = { h: HOUR_MS, d: 24 * HOUR_MS, w: 7 * 24 * HOUR_MS } as const;

const isUnit = (text: string): text is keyof typeof UNITS => text in UNITS;

/** "24h", "3d" and "2w" in milliseconds; undefined for anything else. */
export function durationOf(typed: string): number | undefined {
  const [, count, unit = ""] = /^([1-9]\d{0,3})\s?([hdw])$/.exec(typed.trim().toLowerCase()) ?? [];
  return count === undefined || !isUnit(unit) ? undefined : Number(count) * UNITS[unit];
}

/** Throws UsageError for what is no duration. */
export function durationOption(value: string, option: string): number {
  const ms = durationOf(value);
  if (ms === undefined)
    throw new UsageError(`--${option} must be a time such as 24h, 3d or 2w, not "${value}"`);
  return ms;
}
