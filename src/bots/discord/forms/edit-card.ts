import { t } from "#core/language/t.ts";
import { answersFor } from "#core/library/find-answers.ts";
import type { QuestionText } from "#core/questions/cards.ts";
import { editDraft } from "#core/questions/edit-draft.ts";
import { draftContent } from "../cards/preview.ts";
import { modal, textField } from "../modal.ts";
import { type DiscordForm, type Modal, pairOf } from "../press.ts";

export function editCardModal(subjectId: string, draft: QuestionText | undefined): Modal {
  return modal("edit-card", subjectId, t("Edit your question"), [
    textField({ id: "question", label: t("Your question"), value: draft?.question, limit: 2000, long: true }),
    textField({
      id: "tried",
      label: t("What you have tried"),
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
  async run({ core, handling, actor, subjectId, fields }) {
    const { questionId } = pairOf(subjectId);
    const draft = await editDraft(handling, {
      actor,
      questionId,
      text: fields.question ?? "",
      tried: fields.tried ?? "",
    });
    return draftContent(draft, await answersFor(core, { actor, draft }));
  },
} satisfies DiscordForm;
