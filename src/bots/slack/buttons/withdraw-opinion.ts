import { withdrawOpinion } from "#core/questions/second-opinion/withdraw-opinion.ts";
import type { SlackButton } from "../press.ts";

export const withdrawOpinionButton = {
  verb: "withdraw-opinion",
  changes: true,
  access: "question.withdraw-opinion",
  async run({ handling, actor, subjectId }) {
    await withdrawOpinion(handling, { actor, messageId: subjectId });
    return { say: "Withdrawn. The patient does not see it any more." };
  },
} satisfies SlackButton;
