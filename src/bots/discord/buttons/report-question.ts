import { reportQuestionModal } from "../forms/report-question.ts";
import type { DiscordButton } from "../press.ts";

export const reportQuestionButton = {
  verb: "report-question",
  reply: "form",
  changes: false,
  access: "question.read-peers",
  run: async ({ core, subjectId }) => reportQuestionModal(subjectId, core.rules()),
} satisfies DiscordButton;
