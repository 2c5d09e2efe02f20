import { reportUpdateModal } from "../forms/report-update.ts";
import type { DiscordButton } from "../press.ts";

export const reportUpdateButton = {
  verb: "report-update",
  reply: "form",
  changes: false,
  access: "report.file",
  run: async ({ core, subjectId }) => reportUpdateModal(subjectId, core.rules()),
} satisfies DiscordButton;
