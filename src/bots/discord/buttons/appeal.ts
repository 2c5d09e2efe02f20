import { appealModal } from "../forms/appeal.ts";
import type { DiscordButton } from "../press.ts";

/** Also in a time-out. */
export const appealButton = {
  verb: "appeal",
  reply: "form",
  changes: false,
  access: "appeal.file",
  run: async ({ subjectId }) => appealModal(subjectId),
} satisfies DiscordButton;
