import { type Actor, authorise } from "#core/access.ts";
import type { Core } from "#core/core.ts";
import { requireStanding } from "#core/credentials/standing.ts";
import { refuse } from "#core/errors.ts";
import { record } from "#core/foundation/audit/record.ts";
import { statusesAllowing } from "./question.ts";
import { type ClaimedQuestion, readClaimed } from "./read-question.ts";
import { statusRefusal } from "./status-refusal.ts";
import { refuseWhoSteppedBack } from "./stepped-back.ts";
import { refreshTriage } from "./tell.ts";

/**
 * A claim is a lease: it lapses, so one silent provider cannot strand a patient. Claiming again renews one's own; a lease
 * that ran out is free at once, swept or not. Refuses already_claimed, no_standing, paused,
 * own_question, stepped_back.
 */
export async function claimQuestion(
  core: Core,
  { actor, questionId }: { actor: Actor; questionId: string },
): Promise<ClaimedQuestion> {
  const { communityId, memberId } = actor;
  const claimed = await core.tx(async (tx, now) => {
    const question = await tx.question.findUnique({ where: { id: questionId } });
    if (question === null) throw refuse("not_found", { what: "question" });
    if (question.askerId === memberId) throw refuse("own_question", {});
    authorise(actor, "question.claim", { communityId: question.communityId, ownerId: question.askerId });
    await refuseWhoSteppedBack(tx, { questionId, memberId });
    await requireStanding(tx, actor, now);
    const leaseEndsAt = new Date(now.getTime() + core.config.timing.claimLeaseMs);
    const { count } = await tx.question.updateMany({
      where: {
        id: questionId,
        pausedAt: null,
        OR: [
          { status: { in: statusesAllowing("claim") } },
          { status: "claimed", holderId: memberId },
          { status: "claimed", leaseEndsAt: { lte: now } },
        ],
      },
      data: { status: "claimed", holderId: memberId, leaseEndsAt },
    });
    if (count === 0) throw await statusRefusal(tx, { questionId, communityId }, "claim");
    await refreshTriage(tx, core, question, now);
    await record(tx, {
      at: now.getTime(),
      communityId,
      actor: memberId,
      verb: "question.claimed",
      subject: questionId,
    });
    return readClaimed(tx, core, { actor, questionId, now });
  });
  core.wake();
  return claimed;
}
