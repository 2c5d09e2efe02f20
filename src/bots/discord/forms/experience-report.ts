import { t } from "#core/language/t.ts";
import { reportExperience } from "#core/moderation/reports/report-experience.ts";
import type { RuleBook } from "#core/moderation/rules.ts";
import { ruleFrom } from "../choices.ts";
import { modal } from "../modal.ts";
import type { DiscordForm, Modal } from "../press.ts";
import { reportFields, thanksFor } from "../report-fields.ts";

export function reportExperienceModal(experienceId: string, rules: RuleBook): Modal {
  return modal("experience-report", experienceId, t("Report an experience"), reportFields(rules));
}

export const reportExperienceForm = {
  verb: "experience-report",
  reply: "private",
  changes: true,
  access: "report.file",
  async run({ handling, actor, subjectId: experienceId, fields }) {
    const { reason = "", rule } = fields;
    return thanksFor(await reportExperience(handling, { actor, experienceId, reason, ...ruleFrom(rule) }));
  },
} satisfies DiscordForm;
