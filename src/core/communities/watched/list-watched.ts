import { type Actor, authorise } from "#core/access.ts";
import type { Core } from "#core/core.ts";
import { type WatchedPlace, watchedPlaces } from "./watched-places.ts";

/** The watched channels of the actor's community, and whether each is read. */
export async function listWatched(
  core: Core,
  { actor, platform }: { actor: Actor; platform: string },
): Promise<Pick<WatchedPlace, "channelId" | "watchedAt" | "isListed" | "readSince" | "trouble">[]> {
  authorise(actor, "community.read");
  const places = await watchedPlaces(core, { platform, communityId: actor.communityId });
  return places.map(({ channelId, watchedAt, isListed, readSince, trouble }) => ({
    channelId,
    watchedAt,
    isListed,
    readSince,
    trouble,
  }));
}
