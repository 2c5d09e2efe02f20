import { giveOpinion } from "#core/questions/second-opinion/give-opinion.ts";
import { seenFrom } from "../opinion-press.ts";
import type { SlackButton } from "../press.ts";

export const agreeButton = {
  verb: "agree",
  changes: true,
  access: "question.second-opinion",
  async run({ handling, actor, subjectId }) {
    await giveOpinion(handling, { actor, ...seenFrom(subjectId), stance: "agree" });
    return { say: "Thank you. The patient sees beside the answer that you agree." };
  },
} satisfies SlackButton;
