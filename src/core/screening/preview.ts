import { clearOf } from "./placeholders.ts";
import type { IdentifierType, Screening } from "./screening.ts";

/** A stretch of the input as the preview shows it; removed stretches are struck out and say what they were. */
export interface PreviewSegment {
  readonly text: string;
  readonly removed: boolean;
  /** What stands in the place of a removed stretch: "[name]". */
  readonly placeholder?: string;
  /** What it was taken for; absent where it was removed for another reason. */
  readonly type?: IdentifierType;
  /** Removed because it could cost somebody's life, not because it points at a person. */
  readonly unsafe?: true;
}

/** What others read in the place of the detail of a method. */
const UNSAFE = "[hidden, it could hurt others]";

interface Part {
  readonly start: number;
  readonly end: number;
  readonly placeholder: string;
  readonly type?: IdentifierType;
  readonly unsafe?: true;
}

type Found = Pick<Screening, "identifiers" | "signals">;

/** The details of methods, in order and apart, each with the identifiers that it cuts into: half a name tells the other half. */
function unsafeParts({ signals, identifiers }: Found): Part[] {
  const parts: Part[] = [];
  for (const found of signals.filter(({ kind }) => kind === "method")) {
    const cut = identifiers.filter(({ start, end }) => start < found.end && end > found.start);
    const start = Math.min(found.start, ...cut.map((one) => one.start));
    const end = Math.max(found.end, ...cut.map((one) => one.end));
    const last = parts.at(-1);
    if (last === undefined || start > last.end) parts.push({ start, end, placeholder: UNSAFE, unsafe: true });
    else parts[parts.length - 1] = { ...last, end: Math.max(last.end, end) };
  }
  return parts;
}

/**
 * The input in segments, in order and covering it exactly: what crosses, and what was removed. Of the detail of a method
 * only the words themselves go, the rest stands. `screening` must be the screening of this very text.
 */
export function preview(text: string, screening: Found): readonly PreviewSegment[] {
  const unsafe = unsafeParts(screening);
  const parts: Part[] = [...clearOf(screening.identifiers, unsafe), ...unsafe];
  const segments: PreviewSegment[] = [];
  let at = 0;
  for (const { start, end, ...what } of parts.sort((one, other) => one.start - other.start)) {
    if (start > at) segments.push({ text: text.slice(at, start), removed: false });
    segments.push({ text: text.slice(start, end), removed: true, ...what });
    at = end;
  }
  if (at < text.length) segments.push({ text: text.slice(at), removed: false });
  return segments;
}

/** What others read: the preview with what stands in the place of each removed stretch. */
export function crossingOf(segments: readonly PreviewSegment[]): string {
  return segments.map(({ text, placeholder }) => placeholder ?? text).join("");
}
