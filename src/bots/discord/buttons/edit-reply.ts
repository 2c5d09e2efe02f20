import { editReplyModal } from "../forms/edit-reply.ts";
import type { DiscordButton } from "../press.ts";

export const editReply = {
  verb: "edit-reply",
  reply: "form",
  changes: false,
  access: "question.follow-up",
  run: async ({ subjectId }) => editReplyModal(subjectId),
} satisfies DiscordButton;
