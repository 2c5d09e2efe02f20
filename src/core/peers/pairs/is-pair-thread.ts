import type { Core } from "#core/core.ts";
import { channelKey } from "#core/foundation/vault/index-keys.ts";

/** Is it a thread in which two talk to each other, where nothing is for the bot to read or to answer? */
export async function isPairThread(
  core: Core,
  { platform, channelId }: { platform: string; channelId: string },
): Promise<boolean> {
  const threadKey = channelKey(core, platform, channelId);
  return (await core.db.peerPair.count({ where: { threadKey } })) > 0;
}
