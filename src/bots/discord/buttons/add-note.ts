import { addNoteModal } from "../forms/add-note.ts";
import type { DiscordButton } from "../press.ts";

export const addNoteButton = {
  verb: "add-note",
  reply: "form",
  changes: false,
  access: "note.write",
  run: async () => addNoteModal(),
} satisfies DiscordButton;
