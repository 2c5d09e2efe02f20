import { type CommandInput, type Outcome, textOption } from "#cli/command.ts";
import { discordId, WATCHED_PLATFORM } from "#cli/watched-words.ts";
import { watchChannel } from "#core/communities/watched/watch-channel.ts";

/** Lists a channel whose every message is screened. The bot begins by itself, once a pinned notice there says so. */
export async function run(input: CommandInput): Promise<Outcome> {
  const channelId = discordId(input.args[0] ?? "", "channel");
  const space = textOption(input.options, "space");
  const spaceExternalId = space === undefined ? undefined : discordId(space, "server");
  const core = await input.core();
  const actor = await input.actor();
  const wanted = { actor, platform: WATCHED_PLATFORM, externalId: channelId, spaceExternalId };
  const { isNew } = await watchChannel(core, wanted);
  const { paint } = input;
  return {
    data: { channel: channelId, new: isNew },
    lines: [
      isNew
        ? `${paint.good("Listed.")} A bot that runs posts a pinned notice in the channel within seconds, and reads from then on.`
        : "This channel is watched already.",
      "It needs Message Content Intent: Discord Developer Portal, your application, Bot. curbside doctor says whether all is there.",
    ],
  };
}
