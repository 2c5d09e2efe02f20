import { type Actor, authorise } from "#core/access.ts";
import type { Core } from "#core/core.ts";
import { refuse } from "#core/errors.ts";
import { record } from "#core/foundation/audit/record.ts";
import { removeOpinion } from "./remove-opinion.ts";

/**
 * An opinion of one's own goes from both sides, however the conversation stands, also without standing. Refuses
 * not_your_opinion, not_found.
 */
export async function withdrawOpinion(
  core: Core,
  { actor, messageId }: { actor: Actor; messageId: string },
): Promise<void> {
  authorise(actor, "question.withdraw-opinion");
  await core.tx(async (tx, now) => {
    const message = await tx.message.findUnique({ where: { id: messageId } });
    if (message === null || message.kind !== "opinion" || message.communityId !== actor.communityId)
      throw refuse("not_found", { what: "message" });
    const { communityId, authorId, questionId } = message;
    if (authorId !== actor.memberId) throw refuse("not_your_opinion", {});
    if (!(await removeOpinion(tx, core, { messageId, now }))) throw refuse("not_found", { what: "message" });
    await record(tx, {
      at: now.getTime(),
      communityId,
      actor: actor.memberId,
      verb: "question.opinion-withdrawn",
      subject: questionId,
      detail: { messageId },
    });
  });
  core.wake();
}
