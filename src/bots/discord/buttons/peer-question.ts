import { openPeerQuestion } from "#core/peers/asked/open-peer-question.ts";
import { peerQuestionFace } from "../cards/peer-question.ts";
import { show } from "../markup.ts";
import type { DiscordButton } from "../press.ts";

export const peerQuestion = {
  verb: "peer-question",
  reply: "private",
  changes: false,
  access: "question.read-peers",
  run: async ({ core, actor, subjectId: questionId }) =>
    show(peerQuestionFace(await openPeerQuestion(core, { actor, questionId }))),
} satisfies DiscordButton;
