import { t } from "#core/language/t.ts";
import { rate } from "#core/questions/rate.ts";
import { line } from "../markup.ts";
import type { DiscordButton } from "../press.ts";

export const helped = {
  verb: "helped",
  reply: "private",
  changes: true,
  access: "question.rate",
  async run({ handling, actor, subjectId }) {
    await rate(handling, { actor, questionId: subjectId, helped: true });
    return line(t("Thank you for telling us. The volunteer will be glad."), [
      { verb: "reply", subject: subjectId, label: t("Reply") },
    ]);
  },
} satisfies DiscordButton;
