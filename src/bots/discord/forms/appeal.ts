import { t } from "#core/language/t.ts";
import { fileAppeal } from "#core/moderation/appeals/file-appeal.ts";
import { filedLine, sideField } from "../appeal-fields.ts";
import { modal } from "../modal.ts";
import type { DiscordForm, Modal } from "../press.ts";

export function appealModal(decisionId: string): Modal {
  return modal("appeal", decisionId, t("Ask for another look"), [sideField()]);
}

export const appealForm = {
  verb: "appeal",
  reply: "private",
  changes: true,
  access: "appeal.file",
  again: (subject) => ({ verb: "appeal", subject, label: t("Write it again"), look: "main" }),
  async run({ handling, actor, subjectId: decisionId, fields }) {
    return filedLine(await fileAppeal(handling, { actor, decisionId, text: fields.text ?? "" }));
  },
} satisfies DiscordForm;
