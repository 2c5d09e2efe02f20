import { declineQuestion } from "#core/questions/decline-question.ts";
import type { SlackButton } from "../press.ts";

export const decline = {
  verb: "decline",
  changes: true,
  access: "question.release",
  async run({ handling, actor, subjectId }) {
    await declineQuestion(handling, { actor, questionId: subjectId });
    return { say: "Thank you. Please leave this one to a colleague; nobody is told why." };
  },
} satisfies SlackButton;
