import { reportMessage } from "#core/moderation/reports/report-message.ts";
import { line } from "../markup.ts";
import { modal, textField } from "../modal.ts";
import { type DiscordForm, type Modal, pairOf } from "../press.ts";

export function reportModal(subjectId: string): Modal {
  return modal("report", subjectId, "Report", [
    textField({
      id: "reason",
      label: "What is wrong?",
      hint: "The other person isn't told who reported.",
      limit: 500,
      long: true,
    }),
  ]);
}

export const reportForm = {
  verb: "report",
  reply: "private",
  changes: true,
  access: "question.report",
  async run({ handling, actor, subjectId, fields }) {
    const { questionId, messageId } = pairOf(subjectId);
    const about = messageId === "" ? { questionId } : { questionId, messageId };
    await reportMessage(handling, { actor, ...about, reason: fields.reason ?? "" });
    return line("Thank you. A moderator will look. The conversation is paused until then.");
  },
} satisfies DiscordForm;
