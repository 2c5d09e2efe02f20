import { releaseQuestion } from "#core/questions/release-question.ts";
import type { SlackButton } from "../press.ts";

export const release = {
  verb: "release",
  changes: true,
  access: "question.release",
  async run({ handling, actor, subjectId }) {
    await releaseQuestion(handling, { actor, questionId: subjectId });
    return { say: "Given back. Somebody else can take it now." };
  },
} satisfies SlackButton;
