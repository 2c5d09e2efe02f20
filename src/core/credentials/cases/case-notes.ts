import type { Core } from "#core/core.ts";
import type { Tx } from "#core/foundation/store/open-store.ts";

export type NoteKind = "question" | "reply" | "decision";

export interface ShownNote {
  readonly kind: NoteKind;
  readonly by: string;
  readonly text: string;
  readonly at: Date;
}

const placeOf = (row: string) => ({ table: "CaseNote", column: "textSealed", row });

/** Adds what somebody says to a case, sealed for the community. */
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
): Promise<void> {
  const { communityId, caseId, authorId, kind, text, now } = note;
  const id = core.newId();
  const textSealed = await core.vault.seal(tx, { communityId }, placeOf(id), text);
  await tx.caseNote.create({ data: { id, caseId, authorId, kind, textSealed, createdAt: now } });
}

const KINDS: readonly NoteKind[] = ["question", "reply", "decision"];

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
      by: people.find((person) => person.id === authorId)?.pseudonym ?? "a member who left",
      text: await core.vault.open(tx, { communityId }, placeOf(id), textSealed),
      at: createdAt,
    });
  return shown;
}
