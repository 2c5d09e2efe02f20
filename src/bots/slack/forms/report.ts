import { reportMessage } from "#core/moderation/reports/report-message.ts";
import type { Form } from "../markup.ts";
import type { SlackForm } from "../press.ts";

export function reportForm(questionId: string): Form {
  return {
    verb: "report",
    subject: questionId,
    title: "Report",
    pieces: [{ ours: "A moderator will look. The conversation is paused until then." }],
    fields: [
      {
        id: "reason",
        label: "What is wrong?",
        limit: 500,
        long: true,
        hint: "The other person isn't told who reported.",
      },
    ],
  };
}

export const reportSent = {
  verb: "report",
  changes: true,
  access: "question.report",
  blames: "reason",
  async run({ handling, actor, subjectId, fields }) {
    await reportMessage(handling, { actor, questionId: subjectId, reason: fields.reason ?? "" });
    return undefined;
  },
} satisfies SlackForm;
