import { t } from "#core/language/t.ts";
import { reportPeerQuestion } from "#core/moderation/reports/report-peer-question.ts";
import type { RuleBook } from "#core/moderation/rules.ts";
import { ruleFrom } from "../choices.ts";
import { modal } from "../modal.ts";
import type { DiscordForm, Modal } from "../press.ts";
import { reportFields, thanksFor } from "../report-fields.ts";

/** For a question that another member lets members read. */
export function reportQuestionModal(questionId: string, rules: RuleBook): Modal {
  return modal("report-question", questionId, t("Report"), reportFields(rules));
}

export const reportQuestionForm = {
  verb: "report-question",
  reply: "private",
  changes: true,
  access: "question.read-peers",
  async run({ handling, actor, subjectId: questionId, fields }) {
    const { reason = "", rule } = fields;
    return thanksFor(await reportPeerQuestion(handling, { actor, questionId, reason, ...ruleFrom(rule) }));
  },
} satisfies DiscordForm;
