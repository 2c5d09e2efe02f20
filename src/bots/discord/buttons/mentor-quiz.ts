import { openQuiz } from "#core/peers/mentors/take-quiz.ts";
import { mentorQuizModal } from "../forms/mentor-quiz.ts";
import type { DiscordButton } from "../press.ts";

export const mentorQuiz = {
  verb: "mentor-quiz",
  reply: "form",
  changes: false,
  access: "mentor.apply",
  run: async ({ core, actor }) => mentorQuizModal(await openQuiz(core, { actor })),
} satisfies DiscordButton;
