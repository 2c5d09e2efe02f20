import type { Told } from "./told.ts";

const HOUR = 60;
const DAY = 24 * HOUR;

const many = (value: number, unit: string): string => {
  const rounded = Number(value.toPrecision(2));
  return `${rounded} ${unit}${rounded === 1 ? "" : "s"}`;
};

/** Minutes as people say them: "35 minutes", "5.2 hours", "3 days". */
export function timeWords(minutes: number): string {
  if (minutes < 1) return "1 minute";
  if (minutes < 2 * HOUR) return many(minutes, "minute");
  return minutes < 2 * DAY ? many(minutes / HOUR, "hour") : many(minutes / DAY, "day");
}

export const countWords = (told: Told): string =>
  told === "hidden" ? "hidden" : told.toLocaleString("en-GB");

export const shareWords = (share: Told | "none"): string => (typeof share === "number" ? `${share}%` : share);

export const durationWords = (minutes: Told | "none"): string =>
  typeof minutes === "number" ? timeWords(minutes) : minutes;

/** Stands in every report. */
export const NOTES: readonly string[] = [
  "A number under 5 is hidden, and so is every other number, total, share or time from which somebody could work it out; both read “hidden”.",
  "0 is shown, and “none” where there was nothing to measure. Times are rounded, and shown from 5 of them on; for the slowest tenth it takes 20.",
  "Everything that is counted was over when the month was (in UTC), and no number adds up earlier months.",
];
