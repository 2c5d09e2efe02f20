import { type Actor, authorise } from "#core/access.ts";
import type { Core } from "#core/core.ts";
import { refuse } from "#core/errors.ts";
import { record } from "#core/foundation/audit/record.ts";
import type { Tx } from "#core/foundation/store/open-store.ts";
import { holdMember } from "#core/members/hold-member.ts";
import { hiddenAmong } from "../blocks/hidden-from.ts";
import { ownPair } from "../pairs/own-pair.ts";
import { tellNews } from "../pairs/tell.ts";
import { isFull, MOST_FRIENDS } from "./friends.ts";

type Own = Awaited<ReturnType<typeof ownPair>>;

/**
 * Both pressed it, and neither blocked the other. Where the other has no room, their press is taken back: once they made some
 * they press again, and only then it comes true. Nobody learns how many friends the other has.
 */
async function join(tx: Tx, core: Core, { pair, own, other }: Own, now: Date): Promise<void> {
  const two = [own.memberId, other.memberId];
  const here = await tx.member.count({ where: { id: { in: two }, state: "active" } });
  const hidden = await hiddenAmong(tx, own.memberId, [other.memberId]);
  if (other.befriendAt === null || here < two.length || hidden.size > 0) return;
  if (await isFull(tx, other.memberId)) {
    await tx.peerSide.update({
      where: { pairId_memberId: { pairId: pair.id, memberId: other.memberId } },
      data: { befriendAt: null },
    });
    return;
  }
  for (const [memberId, friendId] of [two, two.toReversed()] as [string, string][]) {
    await tx.friend.upsert({
      where: { memberId_friendId: { memberId, friendId } },
      create: { memberId, friendId, communityId: pair.communityId, createdAt: now },
      update: {},
    });
    await tellNews(tx, core, pair, { memberId, about: "friends", at: now });
  }
}

/**
 * Would like to be friends with the other of a pair that met. Nothing comes of it, and nothing tells of it, until the other would
 * too; then both are told. Refuses not_found, pair_over where they never met, and friends_full where there is no room for one more.
 */
export async function befriend(
  core: Core,
  { actor, pairId }: { actor: Actor; pairId: string },
): Promise<void> {
  authorise(actor, "friends.add");
  const { memberId, communityId } = actor;
  await core.tx(async (tx, now) => {
    const found = await ownPair(tx, actor, pairId);
    if (found.pair.togetherAt === null) throw refuse("pair_over", {});
    if (found.own.befriendAt !== null) return;
    // Of several at once each counts those before it.
    for (const id of [memberId, found.other.memberId].sort()) await holdMember(tx, id);
    if (await isFull(tx, memberId)) throw refuse("friends_full", { most: MOST_FRIENDS });
    await tx.peerSide.update({
      where: { pairId_memberId: { pairId, memberId } },
      data: { befriendAt: now },
    });
    await join(tx, core, found, now);
    await record(tx, {
      at: now.getTime(),
      communityId,
      actor: memberId,
      verb: "friends.wished",
      subject: pairId,
    });
  });
  core.wake();
}
