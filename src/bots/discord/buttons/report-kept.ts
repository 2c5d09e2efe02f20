import { reportKeptModal } from "../forms/report-kept.ts";
import type { DiscordButton } from "../press.ts";

export const reportKept = {
  verb: "report-kept",
  reply: "form",
  changes: false,
  access: "report.file",
  run: async ({ core, subjectId }) => reportKeptModal(subjectId, core.rules()),
} satisfies DiscordButton;
