import { t } from "#core/language/t.ts";
import { reopenQuestion } from "#core/questions/reopen-question.ts";
import { line, moment } from "../markup.ts";
import type { DiscordButton } from "../press.ts";

export const askAgain = {
  verb: "ask-again",
  reply: "private",
  changes: true,
  access: "question.follow-up",
  async run({ handling, actor, subjectId: questionId }) {
    const { number, promisedAt } = await reopenQuestion(handling, { actor, questionId });
    return line(
      t(
        "Question {number} waits for a volunteer again. We'll tell you by {promisedAt} even if nobody can answer.",
        { number, promisedAt: moment(promisedAt) },
      ),
    );
  },
} satisfies DiscordButton;
