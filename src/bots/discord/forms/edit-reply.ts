import { t } from "#core/language/t.ts";
import type { QuestionText } from "#core/questions/cards.ts";
import { editMessage } from "#core/questions/edit-message.ts";
import { draftContent } from "../cards/preview.ts";
import { modal, textField } from "../modal.ts";
import { type DiscordForm, type Modal, pairOf } from "../press.ts";

export function editReplyModal(subjectId: string, draft: QuestionText | undefined): Modal {
  return modal("edit-reply", subjectId, t("Edit your reply"), [
    textField({ id: "text", label: t("Your reply"), value: draft?.question, limit: 1500, long: true }),
  ]);
}

export const editReplyForm = {
  verb: "edit-reply",
  reply: "update",
  changes: true,
  access: "question.follow-up",
  async run({ handling, actor, subjectId, fields }) {
    const { messageId } = pairOf(subjectId);
    const draft = await editMessage(handling, { actor, messageId, text: fields.text ?? "" });
    return draftContent(draft);
  },
} satisfies DiscordForm;
