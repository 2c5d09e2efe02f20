import { askPeers } from "#core/peers/asked/ask-peers.ts";
import { askPeersFace } from "../cards/peer-question.ts";
import { show } from "../markup.ts";
import type { DiscordButton } from "../press.ts";

export const askPeersYes = {
  verb: "ask-peers-yes",
  reply: "update",
  changes: true,
  access: "question.ask-peers",
  async run({ handling, actor, subjectId }) {
    const [questionId = "", version = ""] = subjectId.split("/");
    return show(askPeersFace(await askPeers(handling, { actor, questionId, version: Number(version) })));
  },
} satisfies DiscordButton;
