import type { Actor } from "#core/access.ts";
import { linkChannel } from "#core/communities/link-channel.ts";
import { type WantedChannel, wantedChannels } from "#core/communities/wanted-channels.ts";
import type { Core } from "#core/core.ts";
import type { Config } from "../config.ts";
import { CHANNEL_NAMES, type ReadyChannel } from "./channel-names.ts";

/** One channel of the community, and how it came to be used. */
export interface MadeChannel {
  readonly purpose: string;
  readonly platform: string;
  readonly name: string;
  readonly how: ReadyChannel["how"];
}

async function readyOn(
  { discord, slack }: Pick<Config, "discord" | "slack">,
  wanted: WantedChannel,
  withAccount: string | undefined,
): Promise<ReadyChannel | undefined> {
  if (wanted.platform === "discord" && discord !== null)
    return (await import("./discord/ready-channel.ts")).readyChannel(discord, wanted);
  if (wanted.platform === "slack" && slack !== null)
    return (await import("./slack/ready-channel.ts")).readyChannel(slack, wanted, withAccount);
  return undefined;
}

/**
 * Every channel that the actor's community works with stands and is linked: what is missing is made. One after the other,
 * each linked at once, so that a refusal half-way loses nothing and running it again makes nothing twice. A platform without
 * a token is left out. `withAccount` is who is in new channels of Slack; `withShelf` makes the library's forum channel too. Refuses channel_not_made.
 */
export async function makeChannels(
  core: Core,
  config: Pick<Config, "discord" | "slack">,
  { actor, withAccount, withShelf }: { actor: Actor; withAccount: string | undefined; withShelf: boolean },
): Promise<MadeChannel[]> {
  const made: MadeChannel[] = [];
  for (const wanted of await wantedChannels(core, { actor, withShelf })) {
    const ready = await readyOn(config, wanted, withAccount);
    if (ready === undefined) continue;
    const { purpose, platform, spaceId } = wanted;
    if (ready.how !== "stands")
      await linkChannel(core, { actor, spaceId, purpose, externalId: ready.channelId });
    made.push({ purpose, platform, name: CHANNEL_NAMES[purpose], how: ready.how });
  }
  return made;
}
