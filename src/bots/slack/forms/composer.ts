import type { AdviceFinding } from "#core/errors.ts";
import { ANSWER_FIELDS, type AnswerText } from "#core/questions/cards.ts";
import { LIMITS } from "#core/questions/message-text.ts";
import { escapeText, type Field, type Piece } from "../markup.ts";

export const KEEP_GENERAL: Piece = {
  small:
    "General information, for anybody with this question. No doses for this person, no diagnosis, no contact details of your own. A kind first sentence helps.",
};

/** The four fields; all may be empty but one. */
export function answerFields(text?: AnswerText): Field[] {
  return (Object.keys(ANSWER_FIELDS) as (keyof AnswerText)[]).map((id) => ({
    id,
    label: ANSWER_FIELDS[id],
    limit: LIMITS.field,
    long: true,
    optional: true,
    ...(text === undefined ? {} : { value: text[id] }),
  }));
}

export function answerFrom(fields: Readonly<Record<string, string>>): AnswerText {
  return {
    often: fields.often ?? "",
    can: fields.can ?? "",
    urgent: fields.urgent ?? "",
    clinician: fields.clinician ?? "",
  };
}

export const REASON: Field = {
  id: "reason",
  label: "Why it should be sent as it is",
  limit: 500,
  long: true,
  optional: true,
  hint: "Leave it empty if you changed the wording.",
};

/** What the checker found, each with wording that keeps it general. */
export function findingPieces(findings: readonly AdviceFinding[]): Piece[] {
  return [
    { ours: "*Please keep it general.* Change the wording, or say below why it should be sent as it is:" },
    ...findings.map(({ words, suggestion }) => ({
      ours: `• “${escapeText(words)}”: ${escapeText(suggestion)}`,
    })),
  ];
}

export function reasonFrom(fields: Readonly<Record<string, string>>): { overrideReason?: string } {
  const reason = (fields.reason ?? "").trim();
  return reason === "" ? {} : { overrideReason: reason };
}
