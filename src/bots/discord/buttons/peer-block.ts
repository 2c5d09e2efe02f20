import { askToBlock } from "../cards/ask-to-block.ts";
import type { DiscordButton } from "../press.ts";

/** Under the first card of a thread of two; it is done by the button under the answer. */
export const peerBlock = {
  verb: "peer-block",
  reply: "private",
  changes: false,
  access: "peers.block",
  run: async ({ subjectId }) => askToBlock({ verb: "block-peer", subject: subjectId }),
} satisfies DiscordButton;
