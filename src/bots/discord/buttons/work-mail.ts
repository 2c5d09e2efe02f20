import { workMailModal } from "../forms/work-mail.ts";
import type { DiscordButton } from "../press.ts";

export const workMailButton = {
  verb: "work-mail",
  reply: "form",
  changes: false,
  access: "credential.prove",
  run: async ({ subjectId }) => workMailModal(subjectId),
} satisfies DiscordButton;
