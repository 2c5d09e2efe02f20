import { endEntry } from "#core/library/end-entry.ts";
import type { Counts, Erasing } from "./erasing.ts";

/** What was kept of their answers is taken out; what was kept of their questions goes with those. */
export async function eraseLibrary({ tx, core, memberId, now }: Erasing): Promise<Counts> {
  const entries = await tx.libraryEntry.findMany({
    where: { authorId: memberId, endedAt: null },
    orderBy: { number: "asc" },
  });
  for (const entry of entries) await endEntry(tx, core, entry, { event: "withdraw", by: memberId, now });
  return {};
}
