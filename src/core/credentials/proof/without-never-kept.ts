import { findNeverKept, type NeverKept } from "./never-kept.ts";

/** A text without what is never kept in it, and what that was; the rest stands as it was written. */
export function withoutNeverKept(text: string): { text: string; kinds: readonly NeverKept[] } {
  const found = findNeverKept(text);
  const rest = found.reduceRight((left, { start, end }) => left.slice(0, start) + left.slice(end), text);
  return { text: rest, kinds: [...new Set(found.map(({ kind }) => kind))] };
}
