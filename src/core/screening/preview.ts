import type { Screening } from "./screening.ts";

/** A stretch of the input as the preview shows it; removed stretches are struck out and say what they were. */
export interface PreviewSegment {
  readonly text: string;
  readonly removed: boolean;
  /** What stands in the place of a removed stretch: "[name]". */
  readonly placeholder?: string;
}

/**
 * The input in segments, in order and covering it exactly: what crosses, and what was removed. `screening` must
 * be the screening of this very text.
 */
export function preview(text: string, screening: Pick<Screening, "identifiers">): readonly PreviewSegment[] {
  const segments: PreviewSegment[] = [];
  let at = 0;
  for (const { start, end, placeholder } of screening.identifiers) {
    if (start > at) segments.push({ text: text.slice(at, start), removed: false });
    segments.push({ text: text.slice(start, end), removed: true, placeholder });
    at = end;
  }
  if (at < text.length) segments.push({ text: text.slice(at), removed: false });
  return segments;
}
