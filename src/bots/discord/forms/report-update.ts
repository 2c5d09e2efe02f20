import { t } from "#core/language/t.ts";
import type { RuleBook } from "#core/moderation/rules.ts";
import { reportUpdate } from "#core/peers/friends/report-update.ts";
import { ruleFrom } from "../choices.ts";
import { modal } from "../modal.ts";
import type { DiscordForm, Modal } from "../press.ts";
import { reportFields, thanksFor } from "../report-fields.ts";

export function reportUpdateModal(updateId: string, rules: RuleBook): Modal {
  return modal("report-update", updateId, t("Report this update"), reportFields(rules));
}

export const reportUpdateForm = {
  verb: "report-update",
  reply: "private",
  changes: true,
  access: "report.file",
  async run({ handling, actor, subjectId, fields }) {
    const { reason = "", rule } = fields;
    return thanksFor(await reportUpdate(handling, { actor, updateId: subjectId, reason, ...ruleFrom(rule) }));
  },
} satisfies DiscordForm;
