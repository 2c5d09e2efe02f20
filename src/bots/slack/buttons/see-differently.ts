import { readAnswer } from "#core/questions/second-opinion/read-answer.ts";
import { opinionForm } from "../forms/second-opinion.ts";
import { seenFrom } from "../opinion-press.ts";
import type { SlackButton } from "../press.ts";

export const seeDifferentlyButton = {
  verb: "see-differently",
  changes: false,
  access: "question.second-opinion",
  run: async ({ core, actor, subjectId }) => ({
    form: opinionForm(await readAnswer(core, { actor, ...seenFrom(subjectId), stance: "differ" })),
  }),
} satisfies SlackButton;
