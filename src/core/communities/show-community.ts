import { type Actor, authorise } from "#core/access.ts";
import type { Core } from "#core/core.ts";

/** The actor's community and what is linked to it; no platform ids. */
export async function showCommunity(core: Core, { actor }: { actor: Actor }) {
  authorise(actor, "community.read");
  const community = await core.db.community.findUniqueOrThrow({
    where: { id: actor.communityId },
    include: { spaces: { include: { channels: true } } },
  });
  const { name, slug, country, bridge, promiseHours, secondLooks, digests, casesADay, urgentADay, spaces } =
    community;
  return {
    name,
    slug,
    country,
    bridge,
    promiseHours,
    secondLooks,
    digests,
    casesADay,
    urgentADay,
    spaces: spaces.map(({ platform, side, channels }) => ({
      platform,
      side,
      purposes: channels.map(({ purpose }) => purpose),
    })),
  };
}
