import type { Core } from "#core/core.ts";
import type { Tx } from "#core/foundation/store/open-store.ts";
import type { Place } from "#core/foundation/vault/vault.ts";

/** "note": for the sheet as it is; "ask": one of the questions for their own clinician. */
export const NOTE_KINDS = ["note", "ask"] as const;
export type NoteKind = (typeof NOTE_KINDS)[number];

/** In UTF-16 units, after cleaning. */
export const NOTE_LIMIT = 500;
/** More do not fit a sheet that somebody reads in ten minutes. */
export const MOST_NOTES = 25;

export interface VisitNote {
  readonly noteId: string;
  readonly kind: NoteKind;
  readonly text: string;
  readonly at: Date;
}

/** Where the text of a note is sealed, with its member's own key. */
export const notePlace = (row: string): Place => ({ table: "VisitNote", column: "textSealed", row });

/** A member's own notes, oldest first. */
export async function readNotes(tx: Tx, core: Core, memberId: string): Promise<VisitNote[]> {
  const rows = await tx.visitNote.findMany({
    where: { memberId },
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
  });
  const notes: VisitNote[] = [];
  for (const { id, kind, textSealed, createdAt } of rows)
    notes.push({
      noteId: id,
      kind: kind === "ask" ? "ask" : "note",
      text: await core.vault.open(tx, { memberId }, notePlace(id), textSealed),
      at: createdAt,
    });
  return notes;
}
