import { t } from "#core/language/t.ts";
import { blockPeer } from "#core/peers/blocks/block-peer.ts";
import { BLOCKED } from "../cards/ask-to-block.ts";
import { line } from "../markup.ts";
import type { DiscordButton } from "../press.ts";

export const blockPeerButton = {
  verb: "block-peer",
  reply: "update",
  changes: true,
  access: "peers.block",
  async run({ handling, actor, subjectId }) {
    await blockPeer(handling, { actor, pairId: subjectId });
    return line(t(BLOCKED));
  },
} satisfies DiscordButton;
