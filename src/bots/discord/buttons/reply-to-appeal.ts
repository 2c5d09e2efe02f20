import { replyToAppealModal } from "../forms/reply-to-appeal.ts";
import type { DiscordButton } from "../press.ts";

export const replyToAppealButton = {
  verb: "reply-to-appeal",
  reply: "form",
  changes: false,
  access: "appeal.file",
  run: async ({ subjectId }) => replyToAppealModal(subjectId),
} satisfies DiscordButton;
