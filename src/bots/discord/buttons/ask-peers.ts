import { previewForPeers } from "#core/peers/asked/preview-for-peers.ts";
import { askPeersFace } from "../cards/peer-question.ts";
import { show } from "../markup.ts";
import type { DiscordButton } from "../press.ts";

export const askPeersButton = {
  verb: "ask-peers",
  reply: "private",
  changes: false,
  access: "question.ask-peers",
  run: async ({ core, actor, subjectId: questionId }) =>
    show(askPeersFace(await previewForPeers(core, { actor, questionId }))),
} satisfies DiscordButton;
