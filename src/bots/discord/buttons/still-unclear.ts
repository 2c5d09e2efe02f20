import { t } from "#core/language/t.ts";
import { rate } from "#core/questions/rate.ts";
import { line } from "../markup.ts";
import type { DiscordButton } from "../press.ts";

export const stillUnclear = {
  verb: "still-unclear",
  reply: "private",
  changes: true,
  access: "question.rate",
  async run({ handling, actor, subjectId }) {
    await rate(handling, { actor, questionId: subjectId, helped: false });
    return line(
      t(
        "Thank you for telling us. Your question waits for a volunteer again. Press Reply to add what is unclear.",
      ),
      [{ verb: "reply", subject: subjectId, label: t("Reply") }],
    );
  },
} satisfies DiscordButton;
