import { t } from "#core/language/t.ts";
import { draftReply } from "#core/questions/draft-reply.ts";
import { replyContent } from "../cards/preview.ts";
import { modal, textField } from "../modal.ts";
import type { DiscordForm, Modal } from "../press.ts";

export function replyModal(questionId: string): Modal {
  return modal("reply", questionId, t("Reply"), [
    textField({
      id: "text",
      label: t("Your reply"),
      hint: t("You will see what is sent before it is sent."),
      limit: 1500,
      long: true,
    }),
  ]);
}

export const replyForm = {
  verb: "reply",
  reply: "private",
  changes: true,
  access: "question.follow-up",
  async run({ handling, actor, subjectId, fields }) {
    const draft = await draftReply(handling, { actor, questionId: subjectId, text: fields.text ?? "" });
    return replyContent(draft);
  },
} satisfies DiscordForm;
