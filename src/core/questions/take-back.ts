import { type Actor, authorise } from "#core/access.ts";
import type { Core } from "#core/core.ts";
import { enqueue } from "#core/deliveries/enqueue.ts";
import { refuse } from "#core/errors.ts";
import { record } from "#core/foundation/audit/record.ts";
import { withdrawOfQuestion } from "#core/library/withdraw-of-question.ts";
import type { CardKind } from "#core/messenger.ts";
import { statusesAllowing } from "./question.ts";
import { refreshTriage, tellAsker } from "./tell.ts";

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
    // Read once the row is held: nobody can add a text to the conversation any more.
    const messages = (await tx.message.findMany({ where: { questionId }, select: { id: true } })).map(
      ({ id }) => id,
    );
    await tx.message.updateMany({
      where: { questionId },
      data: {
        state: "removed",
        removedAt: now,
        originalSealed: null,
        crossingSealed: null,
        pendingOriginalSealed: null,
        pendingCrossingSealed: null,
      },
    });
    await tx.messageVersion.deleteMany({ where: { messageId: { in: messages } } });
    const looks = await tx.look.updateManyAndReturn({
      where: { messageId: { in: messages } },
      data: { noteSealed: null },
      select: { id: true },
    });
    await tx.consent.updateMany({ where: { questionId, withdrawnAt: null }, data: { withdrawnAt: now } });
    const posted = await tx.delivery.findMany({
      where: {
        op: "post",
        OR: [
          { kind: { in: ["follow-up", "sent-copy", "answer"] }, subjectId: { in: messages } },
          { kind: "sent-back", subjectId: { in: looks.map(({ id }) => id) } },
        ],
      },
    });
    for (const { conversation, kind, subjectId, platform, targetKind, targetId } of posted) {
      const target = { kind: targetKind === "member" ? "member" : "thread", id: targetId } as const;
      await enqueue(tx, core, {
        communityId,
        conversation,
        op: "remove",
        kind: kind as CardKind,
        subjectId,
        platform,
        target,
        at: now,
      });
    }
    await withdrawOfQuestion(tx, core, { questionId, by: memberId, now });
    await refreshTriage(tx, core, question, now);
    await tellAsker(tx, core, question, { kind: "taken-back", subjectId: questionId, at: now });
    await record(tx, {
      at: now.getTime(),
      communityId,
      actor: memberId,
      verb: "question.taken-back",
      subject: questionId,
      detail: { messages: messages.length },
    });
    return { number: question.number };
  });
  core.wake();
  return taken;
}
