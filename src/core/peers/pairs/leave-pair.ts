import { type Actor, authorise } from "#core/access.ts";
import type { Core } from "#core/core.ts";
import { refuse } from "#core/errors.ts";
import { record } from "#core/foundation/audit/record.ts";
import { leaveFor } from "./leave-for.ts";
import { ownPair } from "./own-pair.ts";

/** Leaves quietly: no reason is asked, and none is given. Leaving twice changes nothing; refuses pair_over where they never met. */
export async function leavePair(
  core: Core,
  { actor, pairId }: { actor: Actor; pairId: string },
): Promise<void> {
  authorise(actor, "peers.leave");
  const { memberId, communityId } = actor;
  await core.tx(async (tx, now) => {
    const { pair, own } = await ownPair(tx, actor, pairId);
    if (pair.togetherAt === null) throw refuse("pair_over", {});
    if (own.leftAt !== null) return;
    await leaveFor(tx, core, pair, { memberId, now });
    await record(tx, {
      at: now.getTime(),
      communityId,
      actor: memberId,
      verb: "peers.left",
      subject: pairId,
    });
  });
  core.wake();
}
