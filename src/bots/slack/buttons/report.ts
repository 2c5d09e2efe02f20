import { reportForm } from "../forms/report.ts";
import type { SlackButton } from "../press.ts";

export const reportButton = {
  verb: "report",
  changes: false,
  access: "question.report",
  run: async ({ core, subjectId }) => ({ form: reportForm(subjectId, core.rules()) }),
} satisfies SlackButton;
