import { type Actor, authorise } from "#core/access.ts";
import type { Core } from "#core/core.ts";
import { refuse } from "#core/errors.ts";
import { record } from "#core/foundation/audit/record.ts";

/**
 * Whether further texts to one question are sent at once when nothing was removed from them. Off until its asker switches
 * it on, and always off for a text that shows danger. Refuses not_found.
 */
export async function setSendWithoutAsking(
  core: Core,
  { actor, questionId, on }: { actor: Actor; questionId: string; on: boolean },
): Promise<void> {
  authorise(actor, "question.follow-up");
  await core.tx(async (tx, now) => {
    const { count } = await tx.question.updateMany({
      where: { id: questionId, askerId: actor.memberId },
      data: { sendWithoutAsking: on },
    });
    if (count === 0) throw refuse("not_found", { what: "question" });
    await record(tx, {
      at: now.getTime(),
      communityId: actor.communityId,
      actor: actor.memberId,
      verb: "question.asking-changed",
      subject: questionId,
      detail: { sendWithoutAsking: on },
    });
  });
}
