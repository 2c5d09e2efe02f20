import { t } from "#core/language/t.ts";
import { takeBack } from "#core/questions/take-back.ts";
import { line } from "../markup.ts";
import type { DiscordButton } from "../press.ts";

export const takeBackButton = {
  verb: "take-back",
  reply: "private",
  changes: true,
  access: "question.take-back",
  async run({ handling, actor, subjectId }) {
    const { number } = await takeBack(handling, { actor, questionId: subjectId });
    return line(
      t(
        "Question {number} is being taken back. You will get a receipt of what was removed where. Someone may already have read it.",
        { number },
      ),
    );
  },
} satisfies DiscordButton;
