import { replyToCase } from "#core/credentials/cases/reply-to-case.ts";
import type { Form } from "../markup.ts";
import type { SlackForm } from "../press.ts";

export function replyToCaseForm(credentialId: string): Form {
  return {
    verb: "reply-to-case",
    subject: credentialId,
    title: "Your side",
    pieces: [{ ours: "Only the moderators read this." }],
    fields: [{ id: "text", label: "What should they know?", limit: 500, long: true }],
  };
}

export const replyToCaseSent = {
  verb: "reply-to-case",
  changes: true,
  access: "case.reply",
  clean: true,
  blames: "text",
  async run({ handling, actor, subjectId, fields }) {
    await replyToCase(handling, { actor, credentialId: subjectId, text: fields.text ?? "" });
    return undefined;
  },
} satisfies SlackForm;
