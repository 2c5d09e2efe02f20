import type { Core } from "#core/core.ts";

/** In which community two were brought together; undefined for what is no pair. */
export async function communityOfPair(core: Core, pairId: string): Promise<string | undefined> {
  const pair = await core.db.peerPair.findUnique({ where: { id: pairId }, select: { communityId: true } });
  return pair?.communityId;
}
