import { replyToCase } from "#core/credentials/cases/reply-to-case.ts";
import { t } from "#core/language/t.ts";
import { line } from "../markup.ts";
import { modal, textField } from "../modal.ts";
import type { DiscordForm, Modal } from "../press.ts";

export function replyToCaseModal(credentialId: string): Modal {
  return modal("reply-to-case", credentialId, t("Your side"), [
    textField({
      id: "text",
      label: t("What should they know?"),
      hint: t("Only the moderators read this."),
      limit: 500,
      long: true,
    }),
  ]);
}

export const replyToCaseForm = {
  verb: "reply-to-case",
  reply: "private",
  changes: true,
  access: "case.reply",
  clean: true,
  again: (subject) => ({ verb: "reply-to-case", subject, label: t("Write it again"), look: "main" }),
  async run({ handling, actor, subjectId, fields }) {
    await replyToCase(handling, { actor, credentialId: subjectId, text: fields.text ?? "" });
    return line(t("Thank you. The moderators read it; only they do. I tell you here what they decide."));
  },
} satisfies DiscordForm;
