import { listNotes } from "#core/visit-sheet/list-notes.ts";
import { notesFace } from "../cards/visit-sheet.ts";
import { show } from "../markup.ts";
import type { DiscordButton } from "../press.ts";

export const notes = {
  verb: "notes",
  reply: "private",
  changes: false,
  access: "note.write",
  run: async ({ core, actor }) => show(notesFace(await listNotes(core, { actor }))),
} satisfies DiscordButton;
