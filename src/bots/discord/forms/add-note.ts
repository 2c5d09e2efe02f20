import { addNote } from "#core/visit-sheet/add-note.ts";
import { NOTE_LIMIT } from "#core/visit-sheet/visit-note.ts";
import { NOTE_CHOICES, noteKept } from "../cards/visit-sheet.ts";
import { modal, selectField, textField } from "../modal.ts";
import type { DiscordForm, Modal } from "../press.ts";

export function addNoteModal(): Modal {
  return modal("add-note", "new", "Add a note", [
    textField({
      id: "text",
      label: "Your note",
      hint: "Only you can read it. In danger now? Call your local emergency number.",
      limit: NOTE_LIMIT,
      long: true,
    }),
    selectField({ id: "kind", label: "Where it stands on the sheet", options: NOTE_CHOICES }),
  ]);
}

export const addNoteForm = {
  verb: "add-note",
  reply: "private",
  changes: true,
  access: "note.write",
  async run({ handling, actor, fields }) {
    const kind = fields.kind === "ask" ? "ask" : "note";
    const { alert } = await addNote(handling, { actor, kind, text: fields.text ?? "" });
    return noteKept(alert);
  },
  again: () => ({ verb: "add-note", subject: "new", label: "Write it again" }),
} satisfies DiscordForm;
