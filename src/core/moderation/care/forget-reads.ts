import type { Core } from "#core/core.ts";

export const READS_KEPT_MS = 2 * 24 * 3_600_000;

/** Who read which case is kept for as long as a cap of the day needs it. Gives how many were forgotten. */
export async function forgetReads(core: Core): Promise<number> {
  const readAt = { lt: new Date(core.clock.now().getTime() - READS_KEPT_MS) };
  return (await core.db.caseRead.deleteMany({ where: { readAt } })).count;
}
