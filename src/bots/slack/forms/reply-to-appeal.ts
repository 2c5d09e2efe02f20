import { APPEAL_LIMIT } from "#core/moderation/appeals/appeal.ts";
import { replyToAppeal } from "#core/moderation/appeals/reply-to-appeal.ts";
import { appellantOf } from "../actor.ts";
import type { Form } from "../markup.ts";
import type { SlackForm } from "../press.ts";
import { told } from "../told.ts";

export function replyToAppealForm(decisionId: string): Form {
  return {
    verb: "reply-to-appeal",
    subject: decisionId,
    title: "Reply",
    pieces: [{ ours: "Whoever looks at your appeal reads this." }],
    fields: [{ id: "text", label: "Your reply", limit: APPEAL_LIMIT, long: true }],
  };
}

export const REPLIED: Form = told({ ours: "Thank you. Whoever looks at your appeal reads it." });

export const replyToAppealSent = {
  verb: "reply-to-appeal",
  changes: true,
  access: "anyone",
  blames: "text",
  async run({ core, handling, who, subjectId, fields }) {
    const actor = await appellantOf(core, who);
    await replyToAppeal(handling, { actor, decisionId: subjectId, text: fields.text ?? "" });
    return { form: REPLIED };
  },
} satisfies SlackForm;
