import { type Actor, authorise } from "#core/access.ts";
import type { Core } from "#core/core.ts";
import { record } from "#core/foundation/audit/record.ts";
import { statusRefusal } from "./status-refusal.ts";

/** Nothing crossed, and what was typed is forgotten. */
export async function cancelDraft(
  core: Core,
  { actor, questionId }: { actor: Actor; questionId: string },
): Promise<void> {
  authorise(actor, "question.ask");
  await core.tx(async (tx, now) => {
    const { count } = await tx.question.updateMany({
      where: { id: questionId, askerId: actor.memberId, status: "draft" },
      data: { status: "cancelled", closedAt: now },
    });
    if (count === 0)
      throw await statusRefusal(
        tx,
        { questionId, communityId: actor.communityId, askerId: actor.memberId },
        "cancel",
      );
    await tx.message.updateMany({
      where: { questionId },
      data: { state: "cancelled", originalSealed: null, crossingSealed: null },
    });
    await record(tx, {
      at: now.getTime(),
      communityId: actor.communityId,
      actor: actor.memberId,
      verb: "question.cancelled",
      subject: questionId,
    });
  });
}
