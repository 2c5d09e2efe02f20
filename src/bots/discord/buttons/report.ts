import { reportModal } from "../forms/report.ts";
import type { DiscordButton } from "../press.ts";

export const reportButton = {
  verb: "report",
  reply: "form",
  changes: false,
  access: "question.report",
  run: async ({ core, subjectId }) => reportModal(subjectId, core.rules()),
} satisfies DiscordButton;
