import { replyToCaseForm } from "../forms/reply-to-case.ts";
import type { SlackButton } from "../press.ts";

export const replyToCaseButton = {
  verb: "reply-to-case",
  changes: false,
  access: "case.reply",
  run: async ({ subjectId }) => ({ form: replyToCaseForm(subjectId) }),
} satisfies SlackButton;
