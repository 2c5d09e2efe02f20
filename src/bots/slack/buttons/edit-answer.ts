import { readOwnAnswer } from "#core/questions/edit-answer.ts";
import { editAnswerForm } from "../forms/edit-answer.ts";
import type { SlackButton } from "../press.ts";

export const editAnswerButton = {
  verb: "edit-answer",
  changes: false,
  access: "question.answer",
  run: async ({ core, actor, subjectId }) => ({
    form: editAnswerForm(subjectId, await readOwnAnswer(core, { actor, messageId: subjectId })),
  }),
} satisfies SlackButton;
