import type { Core } from "#core/core.ts";
import { spaceKey } from "#core/foundation/vault/index-keys.ts";

/** The community that a server or workspace is linked to, if any. */
export async function findCommunityBySpace(
  core: Core,
  { platform, spaceExternalId }: { platform: string; spaceExternalId: string },
): Promise<{ communityId: string; spaceId: string; side: string } | undefined> {
  const externalKey = spaceKey(core, platform, spaceExternalId);
  const space = await core.db.space.findUnique({
    where: { platform_externalKey: { platform, externalKey } },
  });
  if (space === null || space.state !== "active") return undefined;
  return { communityId: space.communityId, spaceId: space.id, side: space.side };
}
