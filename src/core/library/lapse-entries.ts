import type { Core } from "#core/core.ts";
import { endEntry } from "./end-entry.ts";
import { statesAllowing } from "./library-entry.ts";

const AT_ONCE = 50;

/** Silence is no: who did not say yes in time is not asked again, and what nobody looked at is not kept. Gives how many. */
export async function lapseEntries(core: Core): Promise<number> {
  const waiting = { state: { in: statesAllowing("lapse") }, waitsUntil: { lte: core.clock.now() } };
  const due = await core.db.libraryEntry.findMany({ where: waiting, take: AT_ONCE });
  let lapsed = 0;
  for (const { id } of due) {
    const done = await core.tx(async (tx, now) => {
      // Both may have said yes a moment ago: then it waits anew.
      const entry = await tx.libraryEntry.findFirst({ where: { ...waiting, id } });
      return entry !== null && (await endEntry(tx, core, entry, { event: "lapse", by: "clock", now }));
    });
    if (done) lapsed += 1;
  }
  if (lapsed > 0) core.wake();
  return lapsed;
}
