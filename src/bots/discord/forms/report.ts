import { reportMessage } from "#core/moderation/reports/report-message.ts";
import { supportButtons } from "../cards/crisis-support.ts";
import { escapeText, line } from "../markup.ts";
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
    const { alert } = await reportMessage(handling, { actor, ...about, reason: fields.reason ?? "" });
    const thanks = "Thank you. A moderator will look. The conversation is paused until then.";
    if (alert === undefined) return line(thanks);
    return line(`${escapeText(alert.text)}\n\n${thanks}`, supportButtons(alert.alertId));
  },
} satisfies DiscordForm;
