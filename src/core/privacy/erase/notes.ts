import type { Counts, Erasing } from "./erasing.ts";

/** What they wrote for their visit sheets. */
export async function eraseNotes({ tx, memberId }: Erasing): Promise<Counts> {
  const { count } = await tx.visitNote.deleteMany({ where: { memberId } });
  return count === 0 ? {} : { notes: count };
}
