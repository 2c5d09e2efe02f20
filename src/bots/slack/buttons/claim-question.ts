import { claimQuestion } from "#core/questions/claim-question.ts";
import { answerForm } from "../forms/answer-question.ts";
import type { SlackButton } from "../press.ts";

export const claim = {
  verb: "claim",
  changes: true,
  access: "question.claim",
  async run({ handling, actor, subjectId }) {
    return { form: answerForm(await claimQuestion(handling, { actor, questionId: subjectId })) };
  },
} satisfies SlackButton;
