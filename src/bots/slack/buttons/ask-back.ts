import { claimQuestion } from "#core/questions/claim-question.ts";
import { readQuestionForProvider } from "#core/questions/read-question.ts";
import { askBackForm } from "../forms/ask-back.ts";
import type { SlackButton } from "../press.ts";

export const askBackButton = {
  verb: "ask-back",
  changes: true,
  access: "question.ask-back",
  async run({ core, handling, actor, subjectId }) {
    const question = await readQuestionForProvider(core, { actor, questionId: subjectId });
    // An answered conversation has no claim; anything else is claimed first, so that two do not ask at once.
    if (question.status === "answered") return { form: askBackForm(question) };
    return { form: askBackForm(await claimQuestion(handling, { actor, questionId: subjectId })) };
  },
} satisfies SlackButton;
