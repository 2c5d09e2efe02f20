import { type Actor, authorise } from "#core/access.ts";
import type { Core } from "#core/core.ts";
import type { AskedFrom, GeneralOnly } from "#core/credentials/scope.ts";
import { standingFor } from "#core/credentials/standing.ts";
import { refuse } from "#core/errors.ts";
import { record } from "#core/foundation/audit/record.ts";
import type { Tx } from "#core/foundation/store/open-store.ts";
import { checkAnswer } from "./check-answer.ts";
import { type Crossing, sealText } from "./message-text.ts";
import type { QuestionEvent, QuestionStatus } from "./question.ts";
import { next } from "./question.ts";
import { statusRefusal } from "./status-refusal.ts";
import { refuseWhoSteppedBack } from "./stepped-back.ts";
import { refreshTriage, tellAsker, tellTeam } from "./tell.ts";

export interface ToPatient {
  readonly actor: Actor;
  readonly questionId: string;
  readonly kind: "answer" | "ask-back" | "reply";
  readonly crossing: Crossing;
  readonly texts: readonly string[];
  readonly overrideReason?: string;
}

const EVENTS = {
  answer: "answer",
  "ask-back": "ask-back",
  reply: "send-to-patient",
} as const satisfies Record<ToPatient["kind"], QuestionEvent>;

/** The next place in the conversation, taken under the question's row lock. */
export async function takeSeq(tx: Tx, questionId: string): Promise<number> {
  const { nextSeq } = await tx.question.update({
    where: { id: questionId },
    data: { nextSeq: { increment: 1 } },
  });
  return nextSeq - 1;
}

/**
 * Refuses needs_reason when the checker found something and no reason was given, and general_only where the licence does not
 * cover the question: there no reason helps.
 */
export function requireGeneral(
  core: Core,
  texts: readonly string[],
  { overrideReason, general }: { overrideReason: string | undefined; general: GeneralOnly | undefined },
): number {
  const findings = checkAnswer(core.policies(), texts);
  if (findings.length > 0 && general !== undefined) throw refuse("general_only", { why: general, findings });
  if (findings.length > 0 && (overrideReason === undefined || overrideReason.trim() === ""))
    throw refuse("needs_reason", { findings });
  return findings.length;
}

/** What a question's scope depends on: where its asker says they are, and its topic. */
export async function askedFrom(
  tx: Tx,
  { askerId, topic }: { askerId: string; topic: string },
): Promise<AskedFrom> {
  const { country } = await tx.member.findUniqueOrThrow({ where: { id: askerId } });
  return { country, topic };
}

/**
 * What every text to a patient goes through: permission, the advice checker, and, in the transaction that writes it,
 * standing, hold, lease and pause. The credential line is kept as it was at this moment.
 */
export async function textToPatient(
  tx: Tx,
  core: Core,
  now: Date,
  input: ToPatient,
): Promise<{ messageId: string }> {
  const { actor, questionId, kind, crossing, texts, overrideReason } = input;
  const { communityId, memberId } = actor;
  const question = await tx.question.findUnique({ where: { id: questionId } });
  if (question === null) throw refuse("not_found", { what: "question" });
  authorise(actor, kind === "ask-back" ? "question.ask-back" : "question.answer", {
    communityId: question.communityId,
    ownerId: question.askerId,
  });
  await refuseWhoSteppedBack(tx, { questionId, memberId });
  const credential = await standingFor(tx, core, { actor, asked: await askedFrom(tx, question), now });
  const findings = requireGeneral(core, texts, { overrideReason, general: credential.line.general });
  const event = EVENTS[kind];
  const status = question.status as QuestionStatus;
  const goesTo = next(status, event);
  const held = status === "claimed" ? { holderId: memberId, leaseEndsAt: { gt: now } } : {};
  if (goesTo === undefined)
    throw await statusRefusal(tx, { questionId, communityId, providerId: memberId }, event);
  const { count } = await tx.question.updateMany({
    where: { id: questionId, status, pausedAt: null, ...held },
    data: { status: goesTo, ...(goesTo === "answered" ? { leaseEndsAt: null } : {}) },
  });
  if (count === 0) throw await statusRefusal(tx, { questionId, communityId, providerId: memberId }, event);
  const messageId = core.newId();
  const { askerId } = question;
  await tx.message.create({
    data: {
      id: messageId,
      communityId,
      questionId,
      authorId: memberId,
      kind,
      seq: await takeSeq(tx, questionId),
      state: "sent",
      version: 1,
      crossingSealed: await sealText(tx, core, askerId, messageId, "crossingSealed", crossing),
      credentialId: credential.id,
      credentialSealed: await sealText(tx, core, askerId, messageId, "credentialSealed", credential.line),
      overrideReasonSealed:
        findings === 0
          ? null
          : await sealText(tx, core, askerId, messageId, "overrideReasonSealed", overrideReason),
      createdAt: now,
      sentAt: now,
    },
  });
  await tellAsker(tx, core, question, { kind: "answer", subjectId: messageId, at: now });
  await tellTeam(tx, core, question, { kind: "sent-copy", subjectId: messageId, at: now });
  await refreshTriage(tx, core, question, now);
  await record(tx, {
    at: now.getTime(),
    communityId,
    actor: memberId,
    verb: `question.${kind === "answer" ? "answered" : kind === "ask-back" ? "asked-back" : "replied"}`,
    subject: questionId,
    detail: { messageId, credential: credential.id, findings },
  });
  return { messageId };
}
