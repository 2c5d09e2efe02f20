import { reportMember } from "#core/moderation/reports/report-member.ts";
import type { Form } from "../markup.ts";
import type { SlackForm } from "../press.ts";
import { REPORT_FIELDS, reportFrom, THANKS } from "../report-fields.ts";

export function reportPersonForm(): Form {
  return {
    verb: "report-person",
    subject: "none",
    title: "Report somebody",
    pieces: [
      { ours: "A moderator looks at how somebody behaves. A message is reported from its own menu: Report." },
    ],
    fields: [{ id: "person", label: "Who?", limit: 40, people: true }, ...REPORT_FIELDS],
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
