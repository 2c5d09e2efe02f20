import { replyToCaseModal } from "../forms/reply-to-case.ts";
import type { DiscordButton } from "../press.ts";

export const replyToCaseButton = {
  verb: "reply-to-case",
  reply: "form",
  changes: false,
  access: "case.reply",
  run: async ({ subjectId }) => replyToCaseModal(subjectId),
} satisfies DiscordButton;
