import type { Core } from "#core/core.ts";
import type { Tx } from "#core/foundation/store/open-store.ts";
import type { Sealed } from "#core/foundation/vault/vault.ts";

const KINDS = [
  "question",
  "reply",
  "decision",
  "note",
  "appeal",
  "appeal-question",
  "appeal-reply",
  "appeal-decision",
] as const;
export type NoteKind = (typeof KINDS)[number];

export interface ShownNote {
  readonly kind: NoteKind;
  readonly by: string;
  readonly text: string;
  readonly at: Date;
}

const placeOf = (row: string) => ({ table: "CaseNote", column: "textSealed", row });

/** A note, for many to be opened at once. */
export const sealedNote = (communityId: string, note: { id: string; textSealed: Uint8Array }): Sealed => ({
  owner: { communityId },
  place: placeOf(note.id),
  blob: note.textSealed,
});

/** Adds what somebody says to a case, sealed for the community. Gives its id. */
export async function writeNote(
  tx: Tx,
  core: Core,
  note: {
    readonly communityId: string;
    readonly caseId: string;
    readonly authorId: string;
    readonly kind: NoteKind;
    readonly text: string;
    readonly now: Date;
  },
): Promise<string> {
  const { communityId, caseId, authorId, kind, text, now } = note;
  const id = core.newId();
  const textSealed = await core.vault.seal(tx, { communityId }, placeOf(id), text);
  await tx.caseNote.create({ data: { id, caseId, authorId, kind, textSealed, createdAt: now } });
  return id;
}

/** One note, for whoever it is for. */
export async function readNote(
  tx: Tx,
  core: Core,
  noteId: string,
): Promise<{ caseId: string; communityId: string; kind: NoteKind; text: string } | undefined> {
  const note = await tx.caseNote.findUnique({ where: { id: noteId }, include: { case: true } });
  if (note === null) return undefined;
  const { communityId } = note.case;
  return {
    caseId: note.caseId,
    communityId,
    kind: KINDS.find((known) => known === note.kind) ?? "note",
    text: await core.vault.open(tx, { communityId }, placeOf(noteId), note.textSealed),
  };
}

/** All notes of a case in their order, with the names that people have here. */
export async function readNotes(
  tx: Tx,
  core: Core,
  { caseId, communityId }: { caseId: string; communityId: string },
): Promise<ShownNote[]> {
  const notes = await tx.caseNote.findMany({
    where: { caseId },
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
  });
  const people = await tx.member.findMany({ where: { id: { in: notes.map(({ authorId }) => authorId) } } });
  const shown: ShownNote[] = [];
  for (const { id, authorId, kind, textSealed, createdAt } of notes)
    shown.push({
      kind: KINDS.find((known) => known === kind) ?? "question",
      // Only whoever appeals can write here without being a member.
      by:
        authorId === ""
          ? "somebody who is no member"
          : (people.find((person) => person.id === authorId)?.pseudonym ?? "a member who left"),
      text: await core.vault.open(tx, { communityId }, placeOf(id), textSealed),
      at: createdAt,
    });
  return shown;
}
