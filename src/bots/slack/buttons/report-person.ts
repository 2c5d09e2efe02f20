import { reportPersonForm } from "../forms/report-person.ts";
import type { SlackButton } from "../press.ts";

export const reportPersonButton = {
  verb: "report-person",
  changes: false,
  access: "report.file",
  run: async ({ core }) => ({ form: reportPersonForm(core.rules()) }),
} satisfies SlackButton;
