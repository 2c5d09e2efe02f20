import { line } from "../markup.ts";
import type { DiscordEvent } from "./event.ts";

/** Without the privileged intent, what is typed in a server's thread arrives empty; said once in each thread. */
export const threadTyped = {
  kind: "thread-typed",
  async run() {
    return line("I can't read what is typed here. Press Reply.", [
      { verb: "reply", subject: "newest", label: "Reply", look: "main" },
    ]);
  },
} satisfies DiscordEvent;
