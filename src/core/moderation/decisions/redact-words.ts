import type { AnswerText } from "#core/questions/cards.ts";
import type { Crossing } from "#core/questions/message-text.ts";

const REMOVED = "[removed by the moderators]";

/** A text without the words, whatever their capitals; one that stands inside of another is removed with it. */
export function withoutWords(text: string, words: readonly string[]): string {
  const longestFirst = [...words].filter((word) => word !== "").sort((a, b) => b.length - a.length);
  if (longestFirst.length === 0) return text;
  const escaped = longestFirst.map((word) =>
    word.replace(/[.*+?^${}()|[\]\\]/g, "\\$&").replace(/\s+/g, "\\s+"),
  );
  return text.replace(new RegExp(escaped.join("|"), "giu"), REMOVED);
}

/** What crossed, without the words; undefined where none of them is in it. */
export function redacted(crossing: Crossing, words: readonly string[]): Crossing | undefined {
  const without = (text: string) => withoutWords(text, words);
  const made: Crossing =
    "answer" in crossing
      ? { answer: mapped(crossing.answer, without) }
      : "plain" in crossing
        ? { plain: without(crossing.plain) }
        : {
            patient: { question: without(crossing.patient.question), tried: without(crossing.patient.tried) },
          };
  return JSON.stringify(made) === JSON.stringify(crossing) ? undefined : made;
}

const mapped = (
  { often, can, urgent, clinician }: AnswerText,
  without: (text: string) => string,
): AnswerText => ({
  often: without(often),
  can: without(can),
  urgent: without(urgent),
  clinician: without(clinician),
});
