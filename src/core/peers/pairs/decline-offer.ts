import { type Actor, authorise } from "#core/access.ts";
import type { Core } from "#core/core.ts";
import { refuse } from "#core/errors.ts";
import { record } from "#core/foundation/audit/record.ts";
import { declineFor } from "./decline-for.ts";
import { ownPair } from "./own-pair.ts";

/**
 * Says "not now", also after a yes that the other has not met yet. The other is never told. Saying it twice changes nothing;
 * refuses pair_over once it is over or became a pair.
 */
export async function declineOffer(
  core: Core,
  { actor, pairId }: { actor: Actor; pairId: string },
): Promise<void> {
  authorise(actor, "peers.answer");
  const { memberId, communityId } = actor;
  await core.tx(async (tx, now) => {
    const { pair, own } = await ownPair(tx, actor, pairId);
    if (own.answer === "no") return;
    if (pair.state !== "offered" && pair.state !== "declined") throw refuse("pair_over", {});
    await declineFor(tx, core, pair, { memberId, now });
    await record(tx, {
      at: now.getTime(),
      communityId,
      actor: memberId,
      verb: "peers.declined",
      subject: pairId,
    });
  });
  core.wake();
}
