import { APPEAL_LIMIT } from "#core/moderation/appeals/appeal.ts";
import { fileAppeal } from "#core/moderation/appeals/file-appeal.ts";
import { appellantOf } from "../actor.ts";
import { type Form, moment } from "../markup.ts";
import type { SlackForm } from "../press.ts";
import { told } from "../told.ts";

export function appealForm(decisionId: string): Form {
  return {
    verb: "appeal",
    subject: decisionId,
    title: "I disagree",
    pieces: [
      {
        ours: "A different person looks at it again. You can do this once; they may ask you something back.",
      },
    ],
    fields: [{ id: "text", label: "What did we get wrong?", limit: APPEAL_LIMIT, long: true }],
  };
}

export const appealFiled = (dueAt: Date): Form =>
  told({ ours: `Thank you. A different person looks at it. We hope to tell you by ${moment(dueAt)}.` });

export const appealSent = {
  verb: "appeal",
  changes: true,
  access: "anyone",
  blames: "text",
  async run({ core, handling, who, subjectId, fields }) {
    const actor = await appellantOf(core, who);
    const { dueAt } = await fileAppeal(handling, { actor, decisionId: subjectId, text: fields.text ?? "" });
    return { form: appealFiled(dueAt) };
  },
} satisfies SlackForm;
