import { type Actor, authorise } from "#core/access.ts";
import type { Core } from "#core/core.ts";
import { refuse } from "#core/errors.ts";
import { record } from "#core/foundation/audit/record.ts";
import { statusesAllowing } from "./question.ts";
import { tellAsker } from "./tell.ts";
import { withdrawQuestion } from "./withdraw-question.ts";

/**
 * Both copies go: the card loses its text, and every message of the conversation is removed on both sides, those that are
 * still on their way too. What was typed and what crossed are forgotten here. The receipt says what was removed where.
 */
export async function takeBack(
  core: Core,
  { actor, questionId }: { actor: Actor; questionId: string },
): Promise<{ number: number }> {
  const { communityId, memberId } = actor;
  const taken = await core.tx(async (tx, now) => {
    const question = await tx.question.findUnique({ where: { id: questionId } });
    if (question === null || question.askerId !== memberId) throw refuse("not_found", { what: "question" });
    authorise(actor, "question.take-back", { communityId: question.communityId, ownerId: question.askerId });
    const { count } = await tx.question.updateMany({
      where: { id: questionId, status: { in: statusesAllowing("take-back") } },
      data: { status: "taken-back", closedAt: now, holderId: null, leaseEndsAt: null },
    });
    if (count === 0) throw refuse("nothing_to_take_back", {});
    const { messages } = await withdrawQuestion(tx, core, question, now);
    await tellAsker(tx, core, question, { kind: "taken-back", subjectId: questionId, at: now });
    await record(tx, {
      at: now.getTime(),
      communityId,
      actor: memberId,
      verb: "question.taken-back",
      subject: questionId,
      detail: { messages },
    });
    return { number: question.number };
  });
  core.wake();
  return taken;
}
