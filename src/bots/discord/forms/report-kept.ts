import { t } from "#core/language/t.ts";
import { reportKeptAnswer } from "#core/moderation/reports/report-kept-answer.ts";
import type { RuleBook } from "#core/moderation/rules.ts";
import { ruleFrom } from "../choices.ts";
import { modal } from "../modal.ts";
import type { DiscordForm, Modal } from "../press.ts";
import { reportFields, thanksFor } from "../report-fields.ts";

/** For an answer of the library, wherever somebody reads it. */
export function reportKeptModal(entryId: string, rules: RuleBook): Modal {
  return modal("report-kept", entryId, t("Report this answer"), reportFields(rules));
}

export const reportKeptForm = {
  verb: "report-kept",
  reply: "private",
  changes: true,
  access: "report.file",
  async run({ handling, actor, subjectId: entryId, fields }) {
    const { reason = "", rule } = fields;
    const filed = await reportKeptAnswer(handling, { actor, entryId, reason, ...ruleFrom(rule) });
    return thanksFor(filed, t("Until then it stays as it is."));
  },
} satisfies DiscordForm;
