import { type Actor, authorise } from "#core/access.ts";
import type { Core } from "#core/core.ts";
import { requireStanding } from "#core/credentials/standing.ts";
import { refuse } from "#core/errors.ts";
import type { Tx } from "#core/foundation/store/open-store.ts";
import type { AnswerText, CredentialLine } from "#core/questions/cards.ts";
import { openText, shownCrossing } from "#core/questions/message-text.ts";
import { refuseWhoSteppedBack } from "#core/questions/stepped-back.ts";
import { isGrave, type Verdict } from "#core/screening/screening.ts";
import { isDisputed } from "./doubt-entries.ts";

/** An answer by its message, or the newest one of a question by its number. */
export type AnswerNamed = { readonly messageId: string } | { readonly number: number };

const NEWEST = [{ sentAt: "desc" }, { id: "desc" }] as const;

async function namedAnswer(tx: Tx, communityId: string, named: AnswerNamed) {
  const message = await tx.message.findFirst({
    where: {
      communityId,
      kind: "answer",
      state: "sent",
      ...("messageId" in named ? { id: named.messageId } : { question: { number: named.number } }),
    },
    include: { question: { include: { asker: true, messages: true } } },
    orderBy: [...NEWEST],
  });
  if (message === null) throw refuse("not_found", { what: "answer" });
  return message;
}

/** Providers need standing to speak of what is worth keeping; moderators only see that the steps are kept. Refuses no_standing. */
export async function requireKeeper(tx: Tx, actor: Actor, now: Date): Promise<void> {
  if (!actor.roles.some((role) => role === "moderator" || role === "admin"))
    await requireStanding(tx, actor, now);
}

/** Whoever said no, also by their silence, is not asked again about the same answer. */
async function refuseAskedBefore(tx: Tx, messageId: string): Promise<void> {
  const before = await tx.libraryEntry.findMany({ where: { messageId } });
  if (before.some(({ endedAt }) => endedAt === null)) throw refuse("cannot_keep", { why: "already" });
  const saidNo = before.some(
    ({ state, patientAgreedAt, authorAgreedAt }) =>
      state === "declined" ||
      state === "withdrawn" ||
      (state === "lapsed" && (patientAgreedAt === null || authorAgreedAt === null)),
  );
  if (saidNo) throw refuse("cannot_keep", { why: "said-no" });
}

/** Whose word it is has to agree too, and somebody who left never will: said at once, and not after 14 days. */
async function refuseLeft(tx: Tx, authorId: string): Promise<void> {
  const author = await tx.member.findUnique({ where: { id: authorId }, select: { state: true } });
  if (author?.state !== "active") throw refuse("cannot_keep", { why: "author-left" });
}

/** Why the answer had to stay general says where its asker lives, or does not: that is nobody else's. */
function forOthers({ profession, jurisdiction, checkedAt, source, name }: CredentialLine): CredentialLine {
  const line = { profession, jurisdiction, checkedAt, source };
  return name === undefined ? line : { ...line, name };
}

/**
 * The answer that somebody wants to keep, with what it says now. Refuses not_found, not_allowed, stepped_back, no_standing,
 * paused, and cannot_keep: for what is not answered or was hidden, where somebody may be in danger, where it is kept
 * already, where somebody said no or its author left, and where a colleague sees it differently.
 */
export async function keepableAnswer(
  tx: Tx,
  core: Core,
  { actor, named, now }: { actor: Actor; named: AnswerNamed; now: Date },
) {
  const message = await namedAnswer(tx, actor.communityId, named);
  const { id: messageId, question, hiddenAt, crossingSealed, credentialSealed } = message;
  authorise(actor, "library.keep", { communityId: question.communityId, ownerId: question.askerId });
  await refuseWhoSteppedBack(tx, { questionId: question.id, memberId: actor.memberId });
  await requireKeeper(tx, actor, now);
  if (question.pausedAt !== null) throw refuse("paused", {});
  if (question.status !== "answered" || hiddenAt !== null || crossingSealed === null)
    throw refuse("cannot_keep", { why: "not-answered" });
  if (question.messages.some(({ verdict }) => isGrave(verdict as Verdict)))
    throw refuse("cannot_keep", { why: "danger" });
  await refuseAskedBefore(tx, messageId);
  await refuseLeft(tx, message.authorId);
  const { version: answerVersion } = message;
  if (await isDisputed(tx, { messageId, answerVersion })) throw refuse("cannot_keep", { why: "disputed" });
  if (credentialSealed === null) throw new Error("an answer has no credential");
  const crossing = await shownCrossing(tx, core, { ...message, crossingSealed });
  if (!("answer" in crossing)) throw new Error("an answer holds something else");
  const line = await openText<CredentialLine>(
    tx,
    core,
    question.askerId,
    messageId,
    "credentialSealed",
    credentialSealed,
  );
  const answer: AnswerText = crossing.answer;
  return { message, question, asker: question.asker, answer, credential: forOthers(line) };
}
