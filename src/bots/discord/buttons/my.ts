import { myQuestions } from "#core/questions/my-questions.ts";
import { myFace } from "../cards/my.ts";
import { show } from "../markup.ts";
import type { DiscordButton } from "../press.ts";

export const my = {
  verb: "my",
  reply: "private",
  changes: false,
  access: "question.read",
  run: async ({ core, actor }) => show(myFace(await myQuestions(core, { actor }))),
} satisfies DiscordButton;
