import { questionCredentialModal } from "../forms/question-credential.ts";
import type { DiscordButton } from "../press.ts";

export const questionCredentialButton = {
  verb: "question-credential",
  reply: "form",
  changes: false,
  access: "credential.question",
  run: async ({ subjectId }) => questionCredentialModal(subjectId),
} satisfies DiscordButton;
