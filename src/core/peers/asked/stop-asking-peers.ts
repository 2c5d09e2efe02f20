import { type Actor, authorise } from "#core/access.ts";
import type { Core } from "#core/core.ts";
import { refuse } from "#core/errors.ts";
import { record } from "#core/foundation/audit/record.ts";

/** No other member reads this question any more; where it stood in a digest, nothing opens. Pressed twice it changes nothing. Refuses not_found. */
export async function stopAskingPeers(
  core: Core,
  { actor, questionId }: { actor: Actor; questionId: string },
): Promise<void> {
  authorise(actor, "question.stop-peers");
  const { memberId, communityId } = actor;
  await core.tx(async (tx, now) => {
    if ((await tx.question.count({ where: { id: questionId, askerId: memberId, communityId } })) === 0)
      throw refuse("not_found", { what: "question" });
    const { count } = await tx.peerQuestion.updateMany({
      where: { questionId, askerId: memberId, communityId, endedAt: null },
      data: { endedAt: now },
    });
    if (count === 0) return;
    await tx.consent.updateMany({
      where: { memberId, purpose: "peers", questionId, withdrawnAt: null },
      data: { withdrawnAt: now },
    });
    await record(tx, {
      at: now.getTime(),
      communityId,
      actor: memberId,
      verb: "question.peers-stopped",
      subject: questionId,
    });
  });
}
