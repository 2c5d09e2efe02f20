import type { Core } from "#core/core.ts";
import { backToClaimed } from "#core/credentials/decision/back-to-claimed.ts";
import { record } from "#core/foundation/audit/record.ts";

const AT_ONCE = 50;

/** What no second person agreed to in time is over; it can be proposed anew. Gives how many. */
export async function expireProposals(core: Core): Promise<number> {
  const due = await core.db.proposal.findMany({
    where: { state: "open", expiresAt: { lte: core.clock.now() } },
    take: AT_ONCE,
  });
  let expired = 0;
  for (const { id, communityId, targetId } of due)
    expired += await core.tx(async (tx, now) => {
      const { count } = await tx.proposal.updateMany({
        where: { id, state: "open" },
        data: { state: "expired", decidedAt: now },
      });
      if (count > 0) await backToClaimed(tx, { credentialId: targetId, proposalId: id });
      if (count > 0)
        await record(tx, {
          at: now.getTime(),
          communityId,
          actor: "clock",
          verb: "proposal.expired",
          subject: id,
        });
      return count;
    });
  return expired;
}
