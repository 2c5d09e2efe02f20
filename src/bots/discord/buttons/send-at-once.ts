import { t } from "#core/language/t.ts";
import { setSendWithoutAsking } from "#core/questions/set-send-without-asking.ts";
import { line } from "../markup.ts";
import type { DiscordButton } from "../press.ts";

export const sendAtOnce = {
  verb: "send-at-once",
  reply: "private",
  changes: true,
  access: "question.follow-up",
  async run({ handling, actor, subjectId: questionId }) {
    await setSendWithoutAsking(handling, { actor, questionId, on: true });
    return line(
      t(
        "From now on your replies to this question are sent at once. If something has to be taken out of one, you still see it first; not every name or place is found.",
      ),
      [{ verb: "ask-first", subject: questionId, label: t("Ask me first again") }],
    );
  },
} satisfies DiscordButton;
