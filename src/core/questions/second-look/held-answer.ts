import { type Actor, authorise, can } from "#core/access.ts";
import type { Core } from "#core/core.ts";
import { credentialStands, requireStanding, standingFor } from "#core/credentials/standing.ts";
import { refuse } from "#core/errors.ts";
import type { Tx } from "#core/foundation/store/open-store.ts";
import { readActor } from "#core/members/read-actor.ts";
import type { AnswerText } from "../cards.ts";
import { checkAnswer } from "../check-answer.ts";
import { type Crossing, openText } from "../message-text.ts";
import { statusRefusal } from "../status-refusal.ts";
import { refuseWhoSteppedBack } from "../stepped-back.ts";
import { askedFrom } from "../text-to-patient.ts";

interface Looking {
  readonly actor: Actor;
  readonly messageId: string;
  readonly now: Date;
}

export type HeldAnswer = Awaited<ReturnType<typeof requireHeld>>;

/**
 * The held answer, for a colleague who may look at it now. Refuses not_found, not_allowed, own_answer, stepped_back,
 * no_standing, paused, wrong_status.
 */
export async function requireHeld(tx: Tx, { actor, messageId, now }: Looking) {
  const message = await tx.message.findUnique({
    where: { id: messageId },
    include: { question: true, author: true },
  });
  if (message === null || message.kind !== "answer" || message.communityId !== actor.communityId)
    throw refuse("not_found", { what: "message" });
  const { question, authorId } = message;
  const { communityId, askerId } = question;
  if (authorId === actor.memberId) throw refuse("own_answer", {});
  authorise(actor, "question.look", { communityId, ownerId: askerId });
  await refuseWhoSteppedBack(tx, { questionId: question.id, memberId: actor.memberId });
  await requireStanding(tx, actor, now);
  const held = question.status === "held" && question.pausedAt === null && question.holderId === authorId;
  if (!held || message.state !== "held" || message.crossingSealed === null)
    throw await statusRefusal(tx, { questionId: question.id, communityId }, "pass");
  return { ...message, crossingSealed: message.crossingSealed };
}

/** What its author wrote. */
export async function heldText(
  tx: Tx,
  core: Core,
  {
    id,
    question,
    crossingSealed,
  }: Pick<HeldAnswer, "id" | "crossingSealed"> & { question: { askerId: string } },
): Promise<AnswerText> {
  const { askerId } = question;
  const crossing = await openText<Crossing>(tx, core, askerId, id, "crossingSealed", crossingSealed);
  if (!("answer" in crossing)) throw new Error("a held message is no answer");
  return crossing.answer;
}

/**
 * May its author still answer? Asked again when somebody passes what they wrote; the credential that the answer was written under
 * must be the one that stands.
 */
export async function authorStands(
  tx: Tx,
  { authorId, credentialId, question }: HeldAnswer,
  now: Date,
): Promise<boolean> {
  const author = await readActor(tx, authorId);
  const subject = { communityId: question.communityId, ownerId: question.askerId };
  if (author === undefined || !can(author, "question.answer", subject)) return false;
  return credentialStands(tx, { memberId: authorId, credentialId }, now);
}

/** Refuses general_only where the author's licence does not cover the question as it is now. */
export async function requireScope(tx: Tx, core: Core, held: HeldAnswer, now: Date): Promise<void> {
  const author = await readActor(tx, held.authorId);
  if (author === undefined) throw refuse("not_found", { what: "member" });
  const asked = await askedFrom(tx, held.question);
  const { line } = await standingFor(tx, core, { actor: author, asked, now });
  const findings = checkAnswer(core.policies(), Object.values(await heldText(tx, core, held)));
  if (line.general !== undefined && findings.length > 0)
    throw refuse("general_only", { why: line.general, findings });
}
