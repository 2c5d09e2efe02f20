import { actorsOf } from "../actor.ts";
import type { DiscordEvent } from "./event.ts";
import { notTakenUp } from "./keep-clean.ts";

/**
 * What must not be kept, in a private thread of ours, where a bot may delete with the right to manage messages.
 *
 * @NOTE Without the privileged intent Discord shows the words and files of a message only where it mentions the bot.
 */
export const threadUnkept = {
  kind: "thread-unkept",
  async run({ core, event, remove }) {
    const members = await actorsOf(core, { accountId: event.accountId, spaceId: undefined });
    return notTakenUp(core, members, event, await remove(event.channelId, event.messageId));
  },
} satisfies DiscordEvent;
