import type { Core } from "#core/core.ts";

export const DRAFTS_KEPT_MS = 24 * 3_600_000;

/** A draft that was not sent within a day is forgotten, as if it had been cancelled. Gives how many. */
export async function forgetDrafts(core: Core): Promise<number> {
  const before = new Date(core.clock.now().getTime() - DRAFTS_KEPT_MS);
  return core.tx(async (tx) => {
    const { count } = await tx.circleUpdate.updateMany({
      where: { state: "draft", createdAt: { lt: before } },
      data: { state: "cancelled", originalSealed: null, crossingSealed: null },
    });
    return count;
  });
}
