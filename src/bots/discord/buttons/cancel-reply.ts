import { t } from "#core/language/t.ts";
import { cancelReply } from "#core/questions/cancel-reply.ts";
import { forgetDraft } from "../drafts-in-hand.ts";
import { line } from "../markup.ts";
import { type DiscordButton, pairOf } from "../press.ts";

export const cancelReplyButton = {
  verb: "cancel-reply",
  reply: "update",
  changes: true,
  access: "question.follow-up",
  async run({ handling, actor, subjectId }) {
    const { messageId } = pairOf(subjectId);
    await cancelReply(handling, { actor, messageId });
    forgetDraft(messageId);
    return line(t("Cancelled. Nothing was sent."));
  },
} satisfies DiscordButton;
