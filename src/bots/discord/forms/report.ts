import { t } from "#core/language/t.ts";
import { reportMessage } from "#core/moderation/reports/report-message.ts";
import type { RuleBook } from "#core/moderation/rules.ts";
import { ruleFrom } from "../choices.ts";
import { modal } from "../modal.ts";
import { type DiscordForm, type Modal, pairOf } from "../press.ts";
import { reportFields, thanksFor } from "../report-fields.ts";

/** For a text of a conversation; the subject is its question and the text. */
export function reportModal(subjectId: string, rules: RuleBook): Modal {
  return modal("report", subjectId, t("Report"), reportFields(rules));
}

export const reportForm = {
  verb: "report",
  reply: "private",
  changes: true,
  access: "question.report",
  async run({ handling, actor, subjectId, fields }) {
    const { questionId, messageId } = pairOf(subjectId);
    const about = messageId === "" ? { questionId } : { questionId, messageId };
    const { reason = "", rule } = fields;
    const filed = await reportMessage(handling, { actor, ...about, reason, ...ruleFrom(rule) });
    return thanksFor(filed, t("The conversation is paused until then."));
  },
} satisfies DiscordForm;
