import { type Actor, authorise } from "#core/access.ts";
import type { Core } from "#core/core.ts";
import { refuse } from "#core/errors.ts";
import { record } from "#core/foundation/audit/record.ts";
import { statusRefusal } from "./status-refusal.ts";
import { refreshTriage } from "./tell.ts";

/** Gives a claimed question back to the queue; only its holder can. */
export async function releaseQuestion(
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
      where: { id: questionId, status: "claimed", holderId: memberId },
      data: { status: "waiting", holderId: null, leaseEndsAt: null },
    });
    if (count === 0) throw await statusRefusal(tx, { questionId, communityId }, "release");
    await refreshTriage(tx, core, question, now);
    await record(tx, {
      at: now.getTime(),
      communityId,
      actor: memberId,
      verb: "question.released",
      subject: questionId,
    });
  });
  core.wake();
}
