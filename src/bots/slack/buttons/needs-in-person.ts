import { needsInPerson } from "#core/questions/needs-in-person.ts";
import type { SlackButton } from "../press.ts";

export const needsInPersonButton = {
  verb: "needs-in-person",
  changes: true,
  access: "question.answer",
  async run({ handling, actor, subjectId }) {
    await needsInPerson(handling, { actor, questionId: subjectId });
    return {
      say: "The patient is told kindly that this needs somebody who can examine them, and how to ask for that visit.",
    };
  },
} satisfies SlackButton;
