import type { Core } from "#core/core.ts";

export const READINGS_KEPT_MS = 2 * 24 * 3_600_000;

/** Who opened how much is kept for two days. */
export async function forgetReadings(core: Core): Promise<void> {
  const before = new Date(core.clock.now().getTime() - READINGS_KEPT_MS);
  await core.db.reading.deleteMany({ where: { readAt: { lt: before } } });
}
