import { reportForm } from "../forms/report.ts";
import type { SlackButton } from "../press.ts";

export const reportButton = {
  verb: "report",
  changes: false,
  access: "question.report",
  run: async ({ subjectId }) => ({ form: reportForm(subjectId) }),
} satisfies SlackButton;
