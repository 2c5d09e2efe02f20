import type { Core } from "#core/core.ts";

export const DRAFT_MS = 30 * 24 * 3_600_000;
/** As many a time; the rest has its turn the next. */
const BATCH = 100;

/** An experience that was begun and not shared within 30 days is forgotten, as if its writer had cancelled it. Gives how many. */
export async function endDrafts(core: Core): Promise<number> {
  const before = new Date(core.clock.now().getTime() - DRAFT_MS);
  return core.tx(async (tx, now) => {
    const rows = await tx.experience.findMany({
      where: { status: "draft", createdAt: { lt: before } },
      orderBy: { createdAt: "asc" },
      take: BATCH,
      select: { id: true },
    });
    const ids = rows.map(({ id }) => id);
    const { count } = await tx.experience.updateMany({
      where: { id: { in: ids }, status: "draft" },
      data: {
        ...{ status: "cancelled", endedAt: now },
        ...{ edition: { increment: 1 }, pendingOriginalSealed: null, pendingSealed: null },
      },
    });
    const experienceId = { in: ids };
    const cancelled = { experienceId, experience: { status: "cancelled" } };
    await tx.experienceUse.updateMany({
      where: { ...cancelled, withdrawnAt: null },
      data: { withdrawnAt: now },
    });
    await tx.experienceLabel.deleteMany({ where: cancelled });
    return count;
  });
}
