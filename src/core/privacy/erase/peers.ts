import { enqueueNext } from "#core/deliveries/enqueue.ts";
import type { CardKind } from "#core/messenger.ts";
import { sealKnown } from "#core/peers/blocks/known.ts";
import { endAllOf } from "#core/peers/end-all-of.ts";
import type { Counts, Erasing } from "./erasing.ts";
import { refreshCards } from "./refresh-cards.ts";

/** What whoever blocked them sees of them from now on. */
const NOBODY = { name: "Someone who left" } as const;

/** Cards about them that stand with others go. */
async function removeCards(
  { tx, core, communityId, memberId, now }: Erasing,
  kind: CardKind,
  holding: readonly string[],
): Promise<void> {
  const posted = await tx.delivery.findMany({
    where: {
      op: "post",
      kind,
      state: { not: "dropped" },
      NOT: { targetKind: "member", targetId: memberId },
      OR: holding.map((part) => ({ subjectId: { contains: part } })),
    },
  });
  for (const { conversation, subjectId, platform, targetId } of posted)
    await enqueueNext(tx, core, {
      communityId,
      conversation,
      op: "remove",
      kind,
      subjectId,
      platform,
      target: { kind: "member", id: targetId },
      at: now,
    });
}

/** Out of every pair; what the others still have of it names nobody. */
async function erasePairs(erasing: Erasing): Promise<void> {
  const { tx, core, memberId, now } = erasing;
  await endAllOf(tx, core, { memberId, now });
  await tx.peerCard.deleteMany({ where: { memberId } });
  await refreshCards(erasing, { kinds: ["mentor-request"], holding: [memberId] });
  await tx.mentoring.deleteMany({ where: { mentorId: memberId } });
  await tx.mentor.deleteMany({ where: { memberId } });
  await tx.peerSide.updateMany({ where: { memberId }, data: { befriendAt: null } });
  const pairs = await tx.peerPair.findMany({
    where: { sides: { some: { memberId } } },
    select: { id: true },
  });
  await refreshCards(erasing, {
    kinds: ["peer-news", "peer-hello", "mentor-check"],
    holding: pairs.map(({ id }) => id),
  });
}

async function eraseFriends(erasing: Erasing): Promise<void> {
  const { tx, memberId } = erasing;
  const updates = await tx.circleUpdate.findMany({ where: { authorId: memberId }, select: { id: true } });
  const ids = updates.map(({ id }) => id);
  await removeCards(erasing, "circle-update", ids);
  await removeCards(erasing, "circle-support", [`/${memberId}`]);
  await tx.circleReply.deleteMany({ where: { OR: [{ memberId }, { updateId: { in: ids } }] } });
  await tx.circleUpdate.deleteMany({ where: { id: { in: ids } } });
  await tx.friend.deleteMany({ where: { OR: [{ memberId }, { friendId: memberId }] } });
}

/**
 * Whom they blocked is forgotten. Who blocked them stays safe from them: a scrambled mark of the account outlives the erasure, or
 * erasing would be a way around a block.
 */
async function eraseBlocks({ tx, core, memberId, accounts }: Erasing): Promise<void> {
  await tx.block.deleteMany({ where: { blockerId: memberId } });
  for (const block of await tx.block.findMany({ where: { blockedId: memberId } })) {
    await tx.block.delete({ where: { id: block.id } });
    for (const { externalKey } of block.endedAt === null ? accounts : []) {
      const { communityId, blockerId, createdAt } = block;
      const id = core.newId();
      const knownSealed = await sealKnown(tx, core, { blockId: id, blockerId }, NOBODY);
      await tx.block.create({
        data: { id, communityId, blockerId, blockedKey: externalKey, knownSealed, createdAt },
      });
    }
  }
}

/** Those whom they met, their friends, and whom they never want to meet. */
export async function erasePeers(erasing: Erasing): Promise<Counts> {
  await erasePairs(erasing);
  await eraseFriends(erasing);
  await eraseBlocks(erasing);
  return {};
}
