import type { Tx } from "#core/foundation/store/open-store.ts";

/** Whoever blocked an account before anybody joined by it has blocked the member who joins by it now. */
export async function takeOverBlocks(
  tx: Tx,
  { communityId, accountKey, memberId }: { communityId: string; accountKey: string; memberId: string },
): Promise<void> {
  await tx.block.updateMany({
    where: { communityId, blockedKey: accountKey },
    data: { blockedKey: null, blockedId: memberId },
  });
}
