import { t } from "#core/language/t.ts";
import { stopAskingPeers } from "#core/peers/asked/stop-asking-peers.ts";
import { line } from "../markup.ts";
import type { DiscordButton } from "../press.ts";

export const askPeersStop = {
  verb: "ask-peers-stop",
  reply: "update",
  changes: true,
  access: "question.stop-peers",
  async run({ handling, actor, subjectId: questionId }) {
    await stopAskingPeers(handling, { actor, questionId });
    return line(t("No other member reads it any more. It still waits for the team."));
  },
} satisfies DiscordButton;
