import { type Message, t } from "#core/language/t.ts";
import { ANSWER_FIELDS, type AnswerText } from "#core/questions/cards.ts";
import { escapeText } from "../markup.ts";

/** The fields of an answer that were filled in, in their fixed order. */
export function answerBody(answer: AnswerText): string {
  const fields = Object.entries(ANSWER_FIELDS) as [keyof AnswerText, Message][];
  return fields
    .filter(([field]) => answer[field] !== "")
    .map(([field, heading]) => `**${t(heading)}**\n${escapeText(answer[field])}`)
    .join("\n\n");
}
