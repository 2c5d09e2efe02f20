import type { AnswerText } from "#core/questions/cards.ts";
import type { Crossing } from "#core/questions/message-text.ts";

const REMOVED = "[removed by the moderators]";

interface Span {
  readonly from: number;
  readonly to: number;
}

/** Where a word stands in a text, whatever its capitals and the spaces in it; also where it overlaps itself. */
function spansOf(text: string, word: string): Span[] {
  const escaped = word.replace(/[.*+?^${}()|[\]\\]/g, "\\$&").replace(/\s+/g, "\\s+");
  const found = new RegExp(escaped, "giu");
  const spans: Span[] = [];
  for (let match = found.exec(text); match !== null; match = found.exec(text)) {
    spans.push({ from: match.index, to: match.index + match[0].length });
    found.lastIndex = match.index + ((text.codePointAt(match.index) ?? 0) > 0xffff ? 2 : 1);
  }
  return spans;
}

/** Spans that touch are one. */
function joined(spans: readonly Span[]): Span[] {
  const whole: Span[] = [];
  for (const span of [...spans].sort((one, other) => one.from - other.from)) {
    const last = whole.at(-1);
    if (last === undefined || span.from > last.to) whole.push(span);
    else whole[whole.length - 1] = { from: last.from, to: Math.max(last.to, span.to) };
  }
  return whole;
}

/** A text without the words, whatever their capitals. All are looked for in the text as it is, so their order is of no account. */
export function withoutWords(text: string, words: readonly string[]): string {
  const spans = joined(words.filter((word) => word.trim() !== "").flatMap((word) => spansOf(text, word)));
  let made = "";
  let at = 0;
  for (const { from, to } of spans) {
    made += `${text.slice(at, from)}${REMOVED}`;
    at = to;
  }
  return made + text.slice(at);
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

/** What crossed, without the words. */
export function redacted(crossing: Crossing, words: readonly string[]): Crossing {
  const without = (text: string) => withoutWords(text, words);
  if ("answer" in crossing) return { answer: mapped(crossing.answer, without) };
  if ("plain" in crossing) return { plain: without(crossing.plain) };
  const { question, tried } = crossing.patient;
  return { patient: { question: without(question), tried: without(tried) } };
}

/** Whether two texts read the same. */
export const reads = (one: Crossing, other: Crossing): boolean =>
  JSON.stringify(redacted(one, [])) === JSON.stringify(redacted(other, []));
