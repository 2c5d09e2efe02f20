import type { Help } from "#core/errors.ts";
import { APPEAL_LIMIT } from "#core/moderation/appeals/appeal.ts";
import { replyToAppeal } from "#core/moderation/appeals/reply-to-appeal.ts";
import { appellantOf } from "../actor.ts";
import type { Form } from "../markup.ts";
import type { SlackForm } from "../press.ts";
import { toldWithHelp } from "./appeal.ts";

export function replyToAppealForm(decisionId: string): Form {
  return {
    verb: "reply-to-appeal",
    subject: decisionId,
    title: "Reply",
    pieces: [{ ours: "Whoever looks at your appeal reads this." }],
    fields: [{ id: "text", label: "Your reply", limit: APPEAL_LIMIT, long: true }],
  };
}

export const replied = ({ help }: { readonly help: Help | undefined }): Form =>
  toldWithHelp(help, "Thank you. Whoever looks at your appeal reads it.");

export const replyToAppealSent = {
  verb: "reply-to-appeal",
  changes: true,
  access: "anyone",
  blames: "text",
  async run({ core, handling, who, subjectId, fields }) {
    const actor = await appellantOf(core, who);
    const said = await replyToAppeal(handling, { actor, decisionId: subjectId, text: fields.text ?? "" });
    return { form: replied(said) };
  },
} satisfies SlackForm;
