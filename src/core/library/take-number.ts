import type { Tx } from "#core/foundation/store/open-store.ts";

/** The next number of an entry here, taken under the community's row lock. */
export async function takeNumber(tx: Tx, communityId: string): Promise<number> {
  const { nextEntry } = await tx.community.update({
    where: { id: communityId },
    data: { nextEntry: { increment: 1 } },
  });
  return nextEntry - 1;
}
