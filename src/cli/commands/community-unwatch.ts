import type { CommandInput, Outcome } from "#cli/command.ts";
import { discordId, WATCHED_PLATFORM } from "#cli/watched-words.ts";
import { unwatchChannel } from "#core/communities/watched/unwatch-channel.ts";

/** Ends the watching of a channel. A bot that runs stops within seconds, and its notice says so. */
export async function run(input: CommandInput): Promise<Outcome> {
  const channelId = discordId(input.args[0] ?? "", "channel");
  const core = await input.core();
  const actor = await input.actor();
  const { hasNotice } = await unwatchChannel(core, {
    actor,
    platform: WATCHED_PLATFORM,
    externalId: channelId,
  });
  return {
    data: { channel: channelId },
    lines: [
      `${input.paint.good("Not watched any more.")}${hasNotice ? " Its notice is changed to say so by the bot; keep it running until curbside community show does not name the channel." : ""}`,
    ],
  };
}
