import { reportExperienceModal } from "../forms/experience-report.ts";
import type { DiscordButton } from "../press.ts";

export const reportExperienceButton = {
  verb: "experience-report",
  reply: "form",
  changes: false,
  access: "report.file",
  run: async ({ core, subjectId }) => reportExperienceModal(subjectId, core.rules()),
} satisfies DiscordButton;
