import { type Actor, authorise } from "#core/access.ts";
import type { Core } from "#core/core.ts";
import { refuse } from "#core/errors.ts";
import { record } from "#core/foundation/audit/record.ts";

/** Forgets a reply that has not crossed, or the new version of one that has; what stands stays. */
export async function cancelReply(
  core: Core,
  { actor, messageId }: { actor: Actor; messageId: string },
): Promise<void> {
  authorise(actor, "question.follow-up");
  await core.tx(async (tx, now) => {
    const message = await tx.message.findUnique({ where: { id: messageId } });
    if (message === null || message.authorId !== actor.memberId)
      throw refuse("not_found", { what: "message" });
    const draft = await tx.message.updateMany({
      where: { id: messageId, state: "draft", kind: { not: "question" } },
      data: { state: "cancelled", originalSealed: null, crossingSealed: null },
    });
    if (draft.count === 0)
      await tx.message.updateMany({
        where: { id: messageId, state: "sent" },
        data: { pendingOriginalSealed: null, pendingCrossingSealed: null },
      });
    await record(tx, {
      at: now.getTime(),
      communityId: actor.communityId,
      actor: actor.memberId,
      verb: "message.cancelled",
      subject: messageId,
    });
  });
}
