import type { Core } from "#core/core.ts";

/** Everything that was posted before `to` was looked at: after a gap it is read from there. */
export async function noteReadTo(
  core: Core,
  { ids, to }: { ids: readonly string[]; to: Date },
): Promise<void> {
  await core.tx(async (tx) => {
    await tx.watchedChannel.updateMany({
      where: { id: { in: [...ids] }, readSince: { not: null }, readTo: { lt: to } },
      data: { readTo: to },
    });
  });
}
