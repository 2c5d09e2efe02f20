import { t } from "#core/language/t.ts";
import { setSendWithoutAsking } from "#core/questions/set-send-without-asking.ts";
import { line } from "../markup.ts";
import type { DiscordButton } from "../press.ts";

export const askFirst = {
  verb: "ask-first",
  reply: "private",
  changes: true,
  access: "question.follow-up",
  async run({ handling, actor, subjectId: questionId }) {
    await setSendWithoutAsking(handling, { actor, questionId, on: false });
    return line(t("From now on you see each reply to this question before it is sent."));
  },
} satisfies DiscordButton;
