import type { Core } from "#core/core.ts";
import type { Tx } from "#core/foundation/store/open-store.ts";
import { endEntry } from "./end-entry.ts";
import { tellOfEntry } from "./tell.ts";

/** Takes what was made of a question out of the library, with the question; also what a colleague noted about it. */
export async function withdrawOfQuestion(
  tx: Tx,
  core: Core,
  { questionId, by, now }: { questionId: string; by: string; now: Date },
): Promise<void> {
  const entries = await tx.libraryEntry.findMany({ where: { questionId }, orderBy: { number: "asc" } });
  for (const entry of entries) {
    if (await endEntry(tx, core, entry, { event: "withdraw", by, now })) continue;
    // What is over has no text any more, but its card may still show the note.
    const { count } = await tx.libraryEntry.updateMany({
      where: { id: entry.id, noteSealed: { not: null } },
      data: { noteSealed: null },
    });
    if (count > 0) await tellOfEntry(tx, core, entry, { op: "edit", at: now });
  }
}
