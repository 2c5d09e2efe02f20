import { enterCodeModal } from "../forms/enter-code.ts";
import type { DiscordButton } from "../press.ts";

export const enterCodeButton = {
  verb: "enter-code",
  reply: "form",
  changes: false,
  access: "credential.prove",
  run: async ({ subjectId }) => enterCodeModal(subjectId),
} satisfies DiscordButton;
