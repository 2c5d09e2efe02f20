import { t } from "#core/language/t.ts";
import { sendQuestion } from "#core/questions/send-question.ts";
import { forgetDraft } from "../drafts-in-hand.ts";
import { line, moment } from "../markup.ts";
import { type DiscordButton, pairOf } from "../press.ts";

export const sendCard = {
  verb: "send-card",
  reply: "update",
  changes: true,
  access: "question.send",
  async run({ handling, actor, subjectId }) {
    const { questionId, messageId, edition } = pairOf(subjectId);
    const { number, promisedAt } = await sendQuestion(handling, {
      actor,
      questionId,
      ...(edition === undefined ? {} : { edition }),
    });
    forgetDraft(messageId);
    return line(
      t(
        "Question {number} received. We'll tell you by {promisedAt} even if nobody can answer. Use /my to see where it stands.",
        { number, promisedAt: moment(promisedAt) },
      ),
      [
        { verb: "my", subject: "all", label: t("My questions") },
        { verb: "take-back", subject: questionId, label: t("Take back") },
      ],
    );
  },
} satisfies DiscordButton;
