import type { GeneralOnly } from "#core/credentials/scope.ts";
import type { AdviceFinding } from "#core/errors.ts";
import { ANSWER_FIELDS, type AnswerText } from "#core/questions/cards.ts";
import { LIMITS } from "#core/questions/message-text.ts";
import type { ClaimedQuestion } from "#core/questions/read-question.ts";
import { escapeText, type Field, type Piece } from "../markup.ts";

export const KEEP_GENERAL: Piece = {
  small:
    "General information, for anybody with this question. No doses for this person, no diagnosis, no contact details of your own. A kind first sentence helps.",
};

const OUTSIDE = {
  elsewhere:
    "*General only.* Your licence is not from where this patient lives. They are told so beside your answer, and nothing that the check names can be sent.",
  "country-not-said":
    "*General only.* This patient has not said where they live, so nobody knows whether your licence is from there. They are told so beside your answer, and nothing that the check names can be sent.",
  "other-field":
    "*General only.* This question is outside of your profession's field. They are told so beside your answer, and nothing that the check names can be sent.",
} as const satisfies Record<GeneralOnly, string>;

/** What the writer is told before they write: more where their licence does not cover the question. */
export const generalPieces = ({ general }: Pick<ClaimedQuestion, "general">): Piece[] =>
  general === undefined ? [KEEP_GENERAL] : [{ ours: OUTSIDE[general] }, KEEP_GENERAL];

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
