import { deleteNote } from "#core/visit-sheet/delete-note.ts";
import { listNotes } from "#core/visit-sheet/list-notes.ts";
import { notesFace } from "../cards/visit-sheet.ts";
import { show } from "../markup.ts";
import type { DiscordButton } from "../press.ts";

export const deleteNoteButton = {
  verb: "delete-note",
  reply: "update",
  changes: true,
  access: "note.write",
  async run({ core, handling, actor, subjectId: noteId }) {
    await deleteNote(handling, { actor, noteId });
    return show(notesFace(await listNotes(core, { actor })));
  },
} satisfies DiscordButton;
