import { editCardModal } from "../forms/edit-card.ts";
import type { DiscordButton } from "../press.ts";

export const editCard = {
  verb: "edit-card",
  reply: "form",
  changes: false,
  access: "question.send",
  run: async ({ subjectId }) => editCardModal(subjectId),
} satisfies DiscordButton;
