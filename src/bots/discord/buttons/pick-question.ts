import { myQuestions } from "#core/questions/my-questions.ts";
import { myFace } from "../cards/my.ts";
import { show } from "../markup.ts";
import type { DiscordButton } from "../press.ts";

export const pickQuestion = {
  verb: "pick-question",
  reply: "update",
  changes: false,
  access: "question.read",
  run: async ({ core, actor, subjectId }) => show(myFace(await myQuestions(core, { actor }), subjectId)),
} satisfies DiscordButton;
