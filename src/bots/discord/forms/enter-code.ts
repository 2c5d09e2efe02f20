import { enterCode } from "#core/credentials/proof/enter-code.ts";
import { t } from "#core/language/t.ts";
import { toEnterCode } from "../cards/claim.ts";
import { line } from "../markup.ts";
import { modal, textField } from "../modal.ts";
import type { DiscordForm, Modal } from "../press.ts";

export function enterCodeModal(subject: string): Modal {
  return modal("enter-code", subject, t("Enter your code"), [
    textField({
      id: "code",
      label: t("Code"),
      hint: t("Six digits, from the call, the meeting or your work mail. They count only from here."),
      limit: 12,
    }),
  ]);
}

export const enterCodeForm = {
  verb: "enter-code",
  reply: "private",
  changes: true,
  access: "credential.prove",
  clean: true,
  again: (subject) => toEnterCode(subject, t("Enter it again")),
  async run({ handling, actor, fields }) {
    await enterCode(handling, { actor, code: fields.code ?? "" });
    return line(t("Thank you, that was the right code. Two people decide next; I tell you here."));
  },
} satisfies DiscordForm;
