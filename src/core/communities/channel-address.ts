import type { Core } from "#core/core.ts";
import type { ChannelPurpose } from "./link-channel.ts";

/** The platform's own id of the channel that serves a purpose, opened from the vault for this one use. */
export async function channelAddress(
  core: Core,
  { communityId, purpose }: { communityId: string; purpose: ChannelPurpose },
): Promise<{ platform: string; channelId: string } | undefined> {
  const channel = await core.db.channel.findUnique({
    where: { communityId_purpose: { communityId, purpose } },
    include: { space: true },
  });
  if (channel === null) return undefined;
  const place = { table: "Channel", column: "externalIdSealed", row: channel.id };
  const channelId = await core.vault.open(core.db, { communityId }, place, channel.externalIdSealed);
  return { platform: channel.space.platform, channelId };
}
