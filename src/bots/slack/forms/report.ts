import { reportMessage } from "#core/moderation/reports/report-message.ts";
import type { RuleBook } from "#core/moderation/rules.ts";
import type { Form } from "../markup.ts";
import type { SlackForm } from "../press.ts";
import { reportFields, reportFrom, THANKS } from "../report-fields.ts";

/** About a conversation, or about one text in it: "question" or "question/message". */
export function reportForm(subject: string, rules: RuleBook): Form {
  return {
    verb: "report",
    subject,
    title: "Report",
    pieces: [{ ours: "A moderator will look. The conversation is paused until then." }],
    fields: reportFields(rules),
  };
}

export const reportSent = {
  verb: "report",
  changes: true,
  access: "question.report",
  blames: "reason",
  async run({ handling, actor, subjectId, fields }) {
    const [questionId = "", messageId] = subjectId.split("/");
    const about = messageId === undefined ? { questionId } : { questionId, messageId };
    await reportMessage(handling, { actor, ...about, ...reportFrom(fields) });
    return { form: THANKS };
  },
} satisfies SlackForm;
