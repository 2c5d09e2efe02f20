import type { Actor } from "#core/access.ts";
import type { Core } from "#core/core.ts";
import { refuse } from "#core/errors.ts";
import { ANSWER_FIELDS, type AnswerText } from "./cards.ts";
import { checkedText, LIMITS } from "./message-text.ts";
import { textToPatient, type Written } from "./text-to-patient.ts";

/** The four fields cleaned and within their limits; at least one must say something. */
export function checkedAnswer(text: AnswerText): AnswerText {
  const field = (name: keyof AnswerText) =>
    checkedText(text[name], `field "${ANSWER_FIELDS[name]}"`, LIMITS.field, { optional: true });
  const answer = {
    often: field("often"),
    can: field("can"),
    urgent: field("urgent"),
    clinician: field("clinician"),
  };
  if (Object.values(answer).every((value) => value === "")) throw refuse("empty", { field: "answer" });
  return answer;
}

/**
 * Sends an answer, or holds it where a colleague must look first. Standing, hold, lease and pause are read again where it is written. Refuses needs_reason with what the
 * advice checker found, no_standing, not_holder, paused, wrong_status.
 */
export async function answerQuestion(
  core: Core,
  {
    actor,
    questionId,
    text,
    overrideReason,
  }: { actor: Actor; questionId: string; text: AnswerText; overrideReason?: string },
): Promise<Written> {
  const answer = checkedAnswer(text);
  const texts = Object.values(answer);
  const reason = overrideReason === undefined ? {} : { overrideReason };
  const sent = await core.tx((tx, now) =>
    textToPatient(tx, core, now, {
      actor,
      questionId,
      kind: "answer",
      crossing: { answer },
      texts,
      ...reason,
    }),
  );
  core.wake();
  return sent;
}
