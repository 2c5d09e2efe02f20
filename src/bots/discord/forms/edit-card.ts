import { editDraft } from "#core/questions/edit-draft.ts";
import { draftContent } from "../cards/preview.ts";
import { draftInHand } from "../drafts-in-hand.ts";
import { modal, textField } from "../modal.ts";
import { type DiscordForm, type Modal, pairOf } from "../press.ts";

export function editCardModal(subjectId: string): Modal {
  const draft = draftInHand(pairOf(subjectId).messageId);
  return modal("edit-card", subjectId, "Edit your question", [
    textField({ id: "question", label: "Your question", value: draft?.text, limit: 2000, long: true }),
    textField({
      id: "tried",
      label: "What you have tried",
      value: draft?.tried,
      limit: 600,
      long: true,
      optional: true,
    }),
  ]);
}

export const editCardForm = {
  verb: "edit-card",
  reply: "update",
  changes: true,
  access: "question.send",
  async run({ handling, actor, subjectId, fields }) {
    const { questionId } = pairOf(subjectId);
    const draft = await editDraft(handling, {
      actor,
      questionId,
      text: fields.question ?? "",
      tried: fields.tried ?? "",
    });
    return draftContent(draft);
  },
} satisfies DiscordForm;
