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
    const { messageId } = pairOf(subjectId);
    await sendReply(handling, { actor, messageId });
    forgetDraft(messageId);
    return line("Sent. We'll tell you here when there is a reply.");
  },
} satisfies DiscordButton;
