import type { Core } from "#core/core.ts";

/** A channel that is off the list goes when its notice says so; one that was listed again meanwhile stays. */
export async function forgetWatched(core: Core, { id }: { id: string }): Promise<void> {
  await core.tx(async (tx) => {
    await tx.watchedChannel.deleteMany({ where: { id, unwatchedAt: { not: null }, readSince: null } });
  });
}
