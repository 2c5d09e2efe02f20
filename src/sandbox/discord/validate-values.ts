import { REFUSED } from "./errors.ts";
import type { Json } from "./model.ts";

/** The list at some place of a request, or none. */
export function list(value: unknown): Json[] {
  return Array.isArray(value) ? (value as Json[]) : [];
}

export function text(value: unknown): string {
  return typeof value === "string" ? value : "";
}

/** Counts as Discord does, after trimming; refuses what is longer. */
export function atMost(field: string, value: unknown, limit: number): number {
  const length = text(value).trim().length;
  if (length > limit) throw REFUSED.form(field, `Must be ${limit} or fewer in length.`);
  return length;
}

export function between(field: string, count: number, least: number, most: number): void {
  if (count < least || count > most)
    throw REFUSED.form(field, `Must be between ${least} and ${most} in length.`);
}
