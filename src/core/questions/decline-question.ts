import { type Actor, authorise } from "#core/access.ts";
import type { Core } from "#core/core.ts";
import { refuse } from "#core/errors.ts";
import { record } from "#core/foundation/audit/record.ts";
import { giveBackUnlookable } from "./second-look/give-back-held.ts";
import { refreshTriage } from "./tell.ts";

/**
 * "I may know this person": given back at once if held, and no longer theirs to see on their page or to take. No reason is
 * asked, and colleagues see nothing of it. An answer of theirs that was not passed yet is not sent; one that only they
 * could have looked at waits for nobody.
 */
export async function declineQuestion(
  core: Core,
  { actor, questionId }: { actor: Actor; questionId: string },
): Promise<void> {
  authorise(actor, "question.release");
  const { communityId, memberId } = actor;
  await core.tx(async (tx, now) => {
    const question = await tx.question.findUnique({ where: { id: questionId } });
    if (question === null || question.communityId !== communityId)
      throw refuse("not_found", { what: "question" });
    const { count } = await tx.question.updateMany({
      where: { id: questionId, status: { in: ["claimed", "held"] }, holderId: memberId },
      data: { status: "waiting", holderId: null, leaseEndsAt: null },
    });
    const declined = { questionId, memberId };
    await tx.decline.upsert({
      where: { questionId_memberId: declined },
      create: { ...declined, createdAt: now },
      update: {},
    });
    if (count > 0) await refreshTriage(tx, core, question, now);
    else await giveBackUnlookable(tx, core, { communityId, questionId, now });
    await record(tx, {
      at: now.getTime(),
      communityId,
      actor: memberId,
      verb: "question.declined",
      subject: questionId,
    });
  });
  core.wake();
}
