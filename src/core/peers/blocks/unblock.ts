import { type Actor, authorise } from "#core/access.ts";
import type { Core } from "#core/core.ts";
import { refuse } from "#core/errors.ts";
import { record } from "#core/foundation/audit/record.ts";

/** Takes a block back. What it ended stays ended. Refuses not_found. */
export async function unblock(
  core: Core,
  { actor, blockId }: { actor: Actor; blockId: string },
): Promise<void> {
  authorise(actor, "peers.block");
  const { memberId: blockerId, communityId } = actor;
  await core.tx(async (tx, now) => {
    const { count } = await tx.block.updateMany({
      where: { id: blockId, blockerId, endedAt: null },
      data: { endedAt: now },
    });
    if (count === 0) throw refuse("not_found", { what: "block" });
    await record(tx, {
      at: now.getTime(),
      communityId,
      actor: blockerId,
      verb: "peers.unblocked",
      subject: blockId,
    });
  });
}
