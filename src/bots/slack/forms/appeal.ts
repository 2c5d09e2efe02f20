import type { Help } from "#core/errors.ts";
import { APPEAL_LIMIT } from "#core/moderation/appeals/appeal.ts";
import { type FiledAppeal, fileAppeal } from "#core/moderation/appeals/file-appeal.ts";
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

/** The words for somebody who may be in danger come first. */
export const toldWithHelp = (help: Help | undefined, ours: string): Form =>
  told(...(help === undefined ? [] : [{ theirs: help.text }]), { ours });

export const appealFiled = ({ dueAt, help }: Pick<FiledAppeal, "dueAt" | "help">): Form =>
  toldWithHelp(help, `Thank you. A different person looks at it. We hope to tell you by ${moment(dueAt)}.`);

export const appealSent = {
  verb: "appeal",
  changes: true,
  access: "anyone",
  blames: "text",
  async run({ core, handling, who, subjectId, fields }) {
    const actor = await appellantOf(core, who);
    const filed = await fileAppeal(handling, { actor, decisionId: subjectId, text: fields.text ?? "" });
    return { form: appealFiled(filed) };
  },
} satisfies SlackForm;
