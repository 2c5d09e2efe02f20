import { reportMember } from "#core/moderation/reports/report-member.ts";
import type { RuleBook } from "#core/moderation/rules.ts";
import type { Form } from "../markup.ts";
import type { SlackForm } from "../press.ts";
import { reportFields, reportFrom, THANKS } from "../report-fields.ts";

export function reportPersonForm(rules: RuleBook): Form {
  return {
    verb: "report-person",
    subject: "none",
    title: "Report somebody",
    pieces: [
      { ours: "A moderator looks at how somebody behaves. A message is reported from its own menu: Report." },
    ],
    fields: [{ id: "person", label: "Who?", limit: 40, people: true }, ...reportFields(rules)],
  };
}

export const reportPersonSent = {
  verb: "report-person",
  changes: true,
  access: "report.file",
  blames: "person",
  fieldIds: { reason: "reason" },
  async run({ handling, actor, who, fields }) {
    const person = { platform: "slack", spaceId: who.spaceId, accountId: fields.person ?? "" };
    await reportMember(handling, { actor, person, ...reportFrom(fields) });
    return { form: THANKS };
  },
} satisfies SlackForm;
