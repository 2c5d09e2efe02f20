import { listCommunities } from "#core/communities/list-communities.ts";
import type { Core } from "#core/core.ts";
import { accountKey } from "#core/foundation/vault/index-keys.ts";
import { UNDECIDED } from "../credential.ts";

/** Is a claim of whoever has this account still to be decided, in any community? Asked before what they wrote is kept. */
export async function hasOpenClaim(
  core: Core,
  { platform, accountExternalId }: { platform: string; accountExternalId: string },
): Promise<boolean> {
  const communities = await listCommunities(core);
  const keys = communities.map(({ communityId }) => ({
    communityId,
    platform,
    externalKey: accountKey(core, communityId, platform, accountExternalId),
  }));
  const open = await core.db.credential.count({
    where: { status: { in: [...UNDECIDED] }, member: { accounts: { some: { OR: keys } } } },
  });
  return open > 0;
}
