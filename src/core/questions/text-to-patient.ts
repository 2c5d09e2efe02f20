import { type Actor, authorise } from "#core/access.ts";
import type { Core } from "#core/core.ts";
import type { AskedFrom, GeneralOnly } from "#core/credentials/scope.ts";
import { type StandingCredential, standingFor } from "#core/credentials/standing.ts";
import { refuse } from "#core/errors.ts";
import { record } from "#core/foundation/audit/record.ts";
import type { Tx } from "#core/foundation/store/open-store.ts";
import { reportCrossed } from "#core/moderation/automatic/report-crossed.ts";
import { checkAnswer } from "./check-answer.ts";
import { type Crossing, type SealedColumn, sealText } from "./message-text.ts";
import type { QuestionEvent, QuestionStatus } from "./question.ts";
import { next } from "./question.ts";
import { lookFor } from "./second-look/look-for.ts";
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

export interface Written {
  readonly messageId: string;
  /** A colleague looks at it before it is sent. */
  readonly held: boolean;
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

interface Moment {
  readonly now: Date;
  readonly held: boolean;
  readonly credential: StandingCredential;
  readonly findings: number;
}

/**
 * Writes the text, sent or held. An answer of theirs that was kept is written anew, so that nobody has two that wait for
 * one question; its edition tells a colleague who has the one before on the screen.
 */
async function writeText(
  tx: Tx,
  core: Core,
  question: { readonly id: string; readonly askerId: string },
  { actor, kind, crossing, overrideReason }: ToPatient,
  { now, held, credential, findings }: Moment,
): Promise<string> {
  const { askerId, id: questionId } = question;
  const { communityId, memberId: authorId } = actor;
  const kept =
    kind === "answer" ? await tx.message.findFirst({ where: { questionId, authorId, state: "held" } }) : null;
  const messageId = kept?.id ?? core.newId();
  const seal = (column: SealedColumn, value: unknown) =>
    sealText(tx, core, askerId, messageId, column, value);
  const data = {
    ...(held
      ? { state: "held" }
      : { state: "sent", version: 1, sentAt: now, seq: await takeSeq(tx, questionId) }),
    crossingSealed: await seal("crossingSealed", crossing),
    credentialId: credential.id,
    credentialSealed: await seal("credentialSealed", credential.line),
    overrideReasonSealed: findings === 0 ? null : await seal("overrideReasonSealed", overrideReason),
  };
  if (kept === null)
    await tx.message.create({
      data: { id: messageId, communityId, questionId, authorId, kind, createdAt: now, ...data },
    });
  else await tx.message.update({ where: { id: messageId }, data: { ...data, edition: kept.edition + 1 } });
  return messageId;
}

/** A look ends at the promised hour, but for the time of a claim: the patient hears then that nobody could answer. */
function lookEndsAt({ config }: Core, { promisedAt }: { promisedAt: Date | null }, now: Date): Date {
  const { lookMs, claimLeaseMs } = config.timing;
  const promised = promisedAt?.getTime() ?? Number.POSITIVE_INFINITY;
  return new Date(Math.min(now.getTime() + lookMs, Math.max(promised, now.getTime() + claimLeaseMs)));
}

const PAST = { answer: "answered", "ask-back": "asked-back", reply: "replied" } as const;

/**
 * What every text to a patient goes through: permission, the advice checker, and, in the transaction that writes it,
 * standing, hold, lease and pause. The credential line is kept as it was at this moment. An answer that a colleague must
 * look at first is held instead of sent.
 */
export async function textToPatient(tx: Tx, core: Core, now: Date, input: ToPatient): Promise<Written> {
  const { actor, questionId, kind, texts, overrideReason } = input;
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
  const look = kind === "answer" ? await lookFor(tx, { question, authorId: memberId, now }) : "not-needed";
  const held = look === "needed";
  const event = held ? "hold" : EVENTS[kind];
  const status = question.status as QuestionStatus;
  const goesTo = next(status, event);
  const mine = status === "claimed" ? { holderId: memberId, leaseEndsAt: { gt: now } } : {};
  const refusal = () => statusRefusal(tx, { questionId, communityId, providerId: memberId }, event);
  if (goesTo === undefined) throw await refusal();
  const { count } = await tx.question.updateMany({
    where: { id: questionId, status, pausedAt: null, ...mine },
    data: {
      status: goesTo,
      ...(goesTo === "answered" ? { leaseEndsAt: null } : {}),
      ...(held ? { leaseEndsAt: lookEndsAt(core, question, now) } : {}),
    },
  });
  if (count === 0) throw await refusal();
  const messageId = await writeText(tx, core, question, input, { now, held, credential, findings });
  if (held) {
    const subjectId = `look-wanted:${questionId}:${memberId}:${messageId}:${now.getTime()}`;
    await tellTeam(tx, core, question, { kind: "team-notice", subjectId, at: now });
  } else {
    await reportCrossed(tx, core, { messageId, now });
    await tellAsker(tx, core, question, { kind: "answer", subjectId: messageId, at: now });
    await tellTeam(tx, core, question, { kind: "sent-copy", subjectId: messageId, at: now });
  }
  await refreshTriage(tx, core, question, now);
  await record(tx, {
    at: now.getTime(),
    communityId,
    actor: memberId,
    verb: `question.${held ? "answer-held" : PAST[kind]}`,
    subject: questionId,
    detail: {
      messageId,
      credential: credential.id,
      findings,
      ...(look === "nobody-could" ? { look } : {}),
    },
  });
  return { messageId, held };
}
