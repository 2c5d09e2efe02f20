import { t } from "#core/language/t.ts";
import { TOPIC_TITLES } from "#core/peers/mentors/quiz-questions.ts";
import { type Quiz, takeQuiz } from "#core/peers/mentors/take-quiz.ts";
import { quizResultFace } from "../cards/quiz-result.ts";
import { show } from "../markup.ts";
import { modal, selectField } from "../modal.ts";
import type { DiscordForm, Modal } from "../press.ts";

/** Five questions, each with its choices; the form comes back with the number of the try. */
export function mentorQuizModal({ tries, questions }: Quiz): Modal {
  return modal(
    "mentor-quiz",
    String(tries),
    t("What would you do?"),
    questions.map(({ id, topic, text, choices }) =>
      selectField({
        id,
        label: t(TOPIC_TITLES[topic]),
        hint: t(text),
        options: choices.map((choice) => ({ value: choice.id, label: t(choice.text) })),
      }),
    ),
  );
}

export const mentorQuizForm = {
  verb: "mentor-quiz",
  reply: "private",
  changes: true,
  access: "mentor.apply",
  async run({ handling, actor, subjectId, fields: answers }) {
    const { wrong } = await takeQuiz(handling, {
      ...{ actor, platform: "discord", tries: Number(subjectId), answers },
    });
    return show(quizResultFace(wrong));
  },
} satisfies DiscordForm;
