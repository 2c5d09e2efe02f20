import { t } from "#core/language/t.ts";
import { sendReply } from "#core/questions/send-reply.ts";
import { forgetDraft } from "../drafts-in-hand.ts";
import { line } from "../markup.ts";
import { type DiscordButton, pairOf } from "../press.ts";

export const sendReplyButton = {
  verb: "send-reply",
  reply: "update",
  changes: true,
  access: "question.follow-up",
  async run({ handling, actor, subjectId }) {
    const { questionId, messageId, edition } = pairOf(subjectId);
    await sendReply(handling, { actor, messageId, ...(edition === undefined ? {} : { edition }) });
    forgetDraft(messageId);
    return line(t("Sent. We'll tell you here when there is a reply."), [
      { verb: "send-at-once", subject: questionId, label: t("Don't ask next time") },
    ]);
  },
} satisfies DiscordButton;
