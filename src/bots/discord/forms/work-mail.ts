import { startMailProof } from "#core/credentials/proof/start-mail-proof.ts";
import { t } from "#core/language/t.ts";
import { toEnterCode, toWorkMail } from "../cards/claim.ts";
import { escapeText, line, moment } from "../markup.ts";
import { modal, textField } from "../modal.ts";
import type { DiscordForm, Modal } from "../press.ts";

export function workMailModal(subject: string): Modal {
  return modal("work-mail", subject, t("Work e-mail"), [
    textField({
      id: "address",
      label: t("Your work e-mail address"),
      hint: t("At a clinic or hospital that this community knows. Forgotten once the code was used."),
      limit: 254,
    }),
  ]);
}

export const workMailForm = {
  verb: "work-mail",
  reply: "private",
  changes: true,
  access: "credential.prove",
  clean: true,
  again: (subject) => toWorkMail(subject, t("Another address")),
  async run({ handling, actor, subjectId, fields }) {
    const { to, expiresAt } = await startMailProof(handling, { actor, address: fields.address ?? "" });
    return line(
      t(
        "A code is on its way to {to}. Press Enter code and type it there; it works once, until {expiresAt}.",
        { to: escapeText(to), expiresAt: moment(expiresAt) },
      ),
      [toEnterCode(subjectId)],
    );
  },
} satisfies DiscordForm;
