import { t } from "#core/language/t.ts";
import { isPairThread } from "#core/peers/pairs/is-pair-thread.ts";
import { line } from "../markup.ts";
import type { DiscordEvent } from "./event.ts";

/** What is typed in a private thread of ours is read in no mode, and arrives empty in most; said once in each thread. */
export const threadTyped = {
  kind: "thread-typed",
  async run({ core, event: { channelId } }) {
    // There two people talk to each other.
    if (await isPairThread(core, { platform: "discord", channelId })) return undefined;
    return line(t("I don't read what is typed here. Press Reply."), [
      { verb: "reply", subject: "newest", label: t("Reply"), look: "main" },
    ]);
  },
} satisfies DiscordEvent;
