import type { Core } from "#core/core.ts";
import type { Tx } from "#core/foundation/store/open-store.ts";
import type { ChannelPurpose } from "./link-channel.ts";

/** Which channel serves a purpose here, and on which platform; its external id stays sealed. */
export async function channelFor(
  tx: Tx | Core["db"],
  { communityId, purpose }: { communityId: string; purpose: ChannelPurpose },
): Promise<{ channelId: string; platform: string } | undefined> {
  const channel = await tx.channel.findUnique({
    where: { communityId_purpose: { communityId, purpose } },
    include: { space: true },
  });
  return channel === null ? undefined : { channelId: channel.id, platform: channel.space.platform };
}
