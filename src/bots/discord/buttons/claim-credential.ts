import { claimCredentialModal } from "../forms/claim-credential.ts";
import type { DiscordButton } from "../press.ts";

export const claimCredentialButton = {
  verb: "claim-credential",
  reply: "form",
  changes: false,
  access: "credential.claim",
  run: async ({ subjectId }) => claimCredentialModal(subjectId),
} satisfies DiscordButton;
