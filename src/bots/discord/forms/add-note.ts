import { t } from "#core/language/t.ts";
import { addNote } from "#core/visit-sheet/add-note.ts";
import { NOTE_LIMIT } from "#core/visit-sheet/visit-note.ts";
import { noteChoices, noteKept } from "../cards/visit-sheet.ts";
import { modal, selectField, textField } from "../modal.ts";
import type { DiscordForm, Modal } from "../press.ts";

export function addNoteModal(): Modal {
  return modal("add-note", "new", t("Add a note"), [
    textField({
      id: "text",
      label: t("Your note"),
      hint: t("Only you can read it. In danger now? Call your local emergency number."),
      limit: NOTE_LIMIT,
      long: true,
    }),
    selectField({ id: "kind", label: t("Where it stands on the sheet"), options: noteChoices() }),
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
  again: () => ({ verb: "add-note", subject: "new", label: t("Write it again") }),
} satisfies DiscordForm;
