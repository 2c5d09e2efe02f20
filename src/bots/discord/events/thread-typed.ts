import { line } from "../markup.ts";
import type { DiscordEvent } from "./event.ts";

/** What is typed in a private thread of ours is read in no mode, and arrives empty in most; said once in each thread. */
export const threadTyped = {
  kind: "thread-typed",
  async run() {
    return line("I don't read what is typed here. Press Reply.", [
      { verb: "reply", subject: "newest", label: "Reply", look: "main" },
    ]);
  },
} satisfies DiscordEvent;
