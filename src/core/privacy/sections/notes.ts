import { notePlace } from "#core/visit-sheet/visit-note.ts";
import { createOpening, type Reading } from "../reading.ts";

/** What they wrote for their visit sheets. */
export interface OwnNote {
  readonly goesUnder: string;
  readonly text: string | null;
  readonly writtenAt: Date;
}

export async function notes(reading: Reading): Promise<OwnNote[]> {
  const { tx, memberId } = reading;
  const rows = await tx.visitNote.findMany({
    where: { memberId },
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
  });
  const opening = createOpening(reading);
  const made = rows.map(({ id, kind, textSealed: blob, createdAt }) => {
    const text = opening.text({ owner: { memberId }, place: notePlace(id), blob });
    return () => ({ goesUnder: kind, text: text(), writtenAt: createdAt });
  });
  await opening.open();
  return made.map((note) => note());
}
