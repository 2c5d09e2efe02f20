import type { Core } from "#core/core.ts";

export const BLOCKS_KEPT_MS = 24 * 3_600_000;

/** A block that was taken back is kept for a day, since it counts among those of the day, and then deleted. Gives how many. */
export async function forgetBlocks(core: Core): Promise<number> {
  const before = new Date(core.clock.now().getTime() - BLOCKS_KEPT_MS);
  return core.tx(async (tx) => {
    const { count } = await tx.block.deleteMany({
      where: { endedAt: { lt: before }, createdAt: { lt: before } },
    });
    return count;
  });
}
