import { type Actor, authorise } from "#core/access.ts";
import type { Core } from "#core/core.ts";
import { refuse } from "#core/errors.ts";
import { record } from "#core/foundation/audit/record.ts";
import { pairKeyOf } from "../pairs/pair.ts";

/** Ends a friendship for both, without a word to the other. To be friends again takes a press of both. Refuses not_found. */
export async function unfriend(
  core: Core,
  { actor, friendId }: { actor: Actor; friendId: string },
): Promise<void> {
  authorise(actor, "friends.remove");
  const { memberId, communityId } = actor;
  await core.tx(async (tx, now) => {
    const { count } = await tx.friend.deleteMany({
      where: {
        OR: [
          { memberId, friendId },
          { memberId: friendId, friendId: memberId },
        ],
      },
    });
    if (count === 0) throw refuse("not_found", { what: "friend" });
    await tx.peerSide.updateMany({
      where: { pair: { pairKey: pairKeyOf(memberId, friendId) } },
      data: { befriendAt: null },
    });
    await record(tx, {
      at: now.getTime(),
      communityId,
      actor: memberId,
      verb: "friends.removed",
      subject: friendId,
    });
  });
}
