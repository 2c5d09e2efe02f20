import type { Core } from "#core/core.ts";
import { record } from "#core/foundation/audit/record.ts";
import { actNamed } from "./acts.ts";

const AT_ONCE = 50;

/** What no second person agreed to in time is over; it can be proposed anew. Gives how many. */
export async function expireProposals(core: Core): Promise<number> {
  const due = await core.db.proposal.findMany({
    where: { state: "open", expiresAt: { lte: core.clock.now() } },
    take: AT_ONCE,
  });
  let expired = 0;
  for (const proposal of due)
    expired += await core.tx(async (tx, now) => {
      const { id, communityId } = proposal;
      const { count } = await tx.proposal.updateMany({
        where: { id, state: "open" },
        data: { state: "expired", decidedAt: now },
      });
      if (count > 0) await actNamed(proposal.act).expire?.(tx, proposal);
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
