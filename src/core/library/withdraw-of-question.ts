import type { Core } from "#core/core.ts";
import type { Tx } from "#core/foundation/store/open-store.ts";
import { endEntry } from "./end-entry.ts";

/** Takes what was made of a question out of the library, with the question; also what a colleague noted about it. */
export async function withdrawOfQuestion(
  tx: Tx,
  core: Core,
  { questionId, by, now }: { questionId: string; by: string; now: Date },
): Promise<void> {
  const entries = await tx.libraryEntry.findMany({ where: { questionId }, orderBy: { number: "asc" } });
  for (const entry of entries) await endEntry(tx, core, entry, { event: "withdraw", by, now });
  await tx.libraryEntry.updateMany({ where: { questionId }, data: { noteSealed: null } });
}
