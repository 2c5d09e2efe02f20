import type { Core } from "#core/core.ts";

export const THANKS_KEPT_MS = 24 * 3_600_000;

/** What keeps a double press from counting twice is needed for a moment, and goes after a day. */
export async function forgetThanks(core: Core): Promise<void> {
  const yesterday = new Date(core.clock.now().getTime() - THANKS_KEPT_MS).toISOString().slice(0, 10);
  await core.tx((tx) => tx.libraryThanks.deleteMany({ where: { day: { lt: yesterday } } }));
}
