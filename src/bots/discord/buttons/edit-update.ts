import { updateModal } from "../forms/update.ts";
import type { DiscordButton } from "../press.ts";

export const editUpdate = {
  verb: "edit-update",
  reply: "form",
  changes: false,
  access: "update.write",
  run: async ({ subjectId }) => updateModal(subjectId),
} satisfies DiscordButton;
