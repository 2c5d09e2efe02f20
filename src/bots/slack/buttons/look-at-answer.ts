import { readLook } from "#core/questions/second-look/read-look.ts";
import { lookForm } from "../forms/look-at-answer.ts";
import type { SlackButton } from "../press.ts";

export const lookButton = {
  verb: "look",
  changes: false,
  access: "question.look",
  run: async ({ core, actor, subjectId }) => ({
    form: lookForm(await readLook(core, { actor, questionId: subjectId }), core.clock.now()),
  }),
} satisfies SlackButton;
