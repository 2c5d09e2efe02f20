import { t, tn } from "#core/language/t.ts";
import type { QuizQuestion } from "#core/peers/mentors/quiz-questions.ts";
import type { Face } from "../markup.ts";

function explained({ text, choices, why }: QuizQuestion): string {
  const right = choices.find((choice) => choice.right);
  return [`**${t(text)}**`, ...(right === undefined ? [] : [t(right.text)]), `*${t(why)}*`].join("\n");
}

/** What came of the questions, for whoever answered them alone; it is kept nowhere. */
export function quizResultFace(wrong: readonly QuizQuestion[]): Face {
  if (wrong.length === 0)
    return {
      title: t("All five are right"),
      body: t(
        "Thank you for taking the time. A moderator looks at it now, and I write to you when they have decided.",
      ),
      buttons: [],
    };
  return {
    title: t("Nearly there"),
    body: [
      tn(
        wrong.length,
        "One answer was another one than we would give. Here is what we would do, and why:",
        "{n} answers were others than we would give. Here is what we would do, and why:",
      ),
      ...wrong.map(explained),
      t("Nobody else sees this. You can try again in a day, with some other questions."),
    ].join("\n\n"),
    buttons: [],
  };
}
