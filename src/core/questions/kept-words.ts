import type { PreviewSegment } from "#core/screening/preview.ts";
import type { IdentifierType } from "#core/screening/screening.ts";
import type { QuestionText } from "./cards.ts";

/** What a patient typed, and which words of it they put back after they were removed by mistake. */
export interface OriginalText extends QuestionText {
  readonly keptWords?: readonly string[];
}

/** Mistakes happen with these. Ways to reach somebody, and numbers that open an account, stay out whoever wants them in. */
const MAY_BE_KEPT: ReadonlySet<IdentifierType> = new Set([
  "NAME",
  "DATE",
  "CITY",
  "HOSPITAL",
  "DEVICE",
  "VEHICLE",
  "AGE90",
]);

const sameWords = (text: string): string => text.normalize("NFC").toLowerCase();

/** Whether a writer may put it back: names of others stay out of what is asked for somebody else. */
export const canBePutBack =
  (forWhom: string) =>
  ({ removed, type }: Pick<PreviewSegment, "removed" | "type">): boolean =>
    removed && type !== undefined && MAY_BE_KEPT.has(type) && (type !== "NAME" || forWhom === "self");

/** Takes out of what was found in `text` what its writer put back; the same words are kept wherever they stand. */
export function withoutKept<T extends { start: number; end: number; type: IdentifierType }>(
  text: string,
  found: readonly T[],
  keptWords: readonly string[],
): readonly T[] {
  if (keptWords.length === 0) return found;
  const kept = new Set(keptWords.map(sameWords));
  return found.filter(
    ({ start, end, type }) => !(MAY_BE_KEPT.has(type) && kept.has(sameWords(text.slice(start, end)))),
  );
}
