import { t } from "#core/language/t.ts";
import { reportMember } from "#core/moderation/reports/report-member.ts";
import type { RuleBook } from "#core/moderation/rules.ts";
import { ruleFrom } from "../choices.ts";
import { modal } from "../modal.ts";
import type { DiscordForm, Modal } from "../press.ts";
import { reportFields, thanksFor } from "../report-fields.ts";

/** For how somebody behaves; the subject is their account. */
export function reportPersonModal(accountId: string, rules: RuleBook): Modal {
  return modal("report-person", accountId, t("Report this person"), reportFields(rules));
}

export const reportPersonForm = {
  verb: "report-person",
  reply: "private",
  changes: true,
  access: "report.file",
  async run({ handling, actor, who, subjectId: accountId, fields }) {
    const { reason = "", rule } = fields;
    const filed = await reportMember(handling, {
      actor,
      person: { platform: "discord", spaceId: who.spaceId ?? "", accountId },
      reason,
      ...ruleFrom(rule),
    });
    return thanksFor(filed);
  },
} satisfies DiscordForm;
