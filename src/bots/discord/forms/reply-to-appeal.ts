import { t } from "#core/language/t.ts";
import { replyToAppeal } from "#core/moderation/appeals/reply-to-appeal.ts";
import { repliedLine, sideField } from "../appeal-fields.ts";
import { modal } from "../modal.ts";
import type { DiscordForm, Modal } from "../press.ts";

export function replyToAppealModal(decisionId: string): Modal {
  return modal("reply-to-appeal", decisionId, t("Your answer"), [sideField()]);
}

export const replyToAppealForm = {
  verb: "reply-to-appeal",
  reply: "private",
  changes: true,
  access: "appeal.file",
  again: (subject) => ({ verb: "reply-to-appeal", subject, label: t("Write it again"), look: "main" }),
  async run({ handling, actor, subjectId: decisionId, fields }) {
    return repliedLine(await replyToAppeal(handling, { actor, decisionId, text: fields.text ?? "" }));
  },
} satisfies DiscordForm;
