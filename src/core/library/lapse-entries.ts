import type { Core } from "#core/core.ts";
import { endEntry } from "./end-entry.ts";
import { statesAllowing } from "./library-entry.ts";

const AT_ONCE = 50;

/** Silence is no: who did not say yes in time is not asked again, and what nobody looked at is not kept. Gives how many. */
export async function lapseEntries(core: Core): Promise<number> {
  const overdue = { waitsUntil: { lte: core.clock.now() } };
  const waiting = { state: { in: statesAllowing("lapse") }, ...overdue };
  const due = await core.db.libraryEntry.findMany({ where: waiting, take: AT_ONCE });
  let lapsed = 0;
  for (const { id } of due) {
    const done = await core.tx(async (tx, now) => {
      const entry = await tx.libraryEntry.findFirst({ where: { ...waiting, id } });
      if (entry === null) return false;
      // The last yes may come beside us: then it waits anew, and what was read above is not true any more.
      return endEntry(tx, core, entry, { event: "lapse", by: "clock", now, where: overdue });
    });
    if (done) lapsed += 1;
  }
  if (lapsed > 0) core.wake();
  return lapsed;
}
