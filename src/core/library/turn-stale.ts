import type { Core } from "#core/core.ts";
import type { Tx } from "#core/foundation/store/open-store.ts";
import { statesAllowing } from "./library-entry.ts";
import { makeStale } from "./make-stale.ts";

const AT_ONCE = 50;

/** Kept answers whose day has come, and those whose own answer was edited, hidden or removed since. */
async function dueNow(tx: Tx, now: Date): Promise<string[]> {
  const past = await tx.libraryEntry.findMany({
    where: { state: { in: statesAllowing("expire") }, reviewBy: { lte: now } },
    select: { id: true },
    take: AT_ONCE,
  });
  const changed = await tx.$queryRaw<{ id: string }[]>`
    SELECT e."id" FROM "LibraryEntry" e JOIN "Message" m ON m."id" = e."messageId"
    WHERE e."state" = 'kept' AND (m."version" <> e."answerVersion" OR m."hiddenAt" IS NOT NULL OR m."state" <> 'sent')
    LIMIT ${AT_ONCE}`;
  return [...new Set([...past, ...changed].map(({ id }) => id))];
}

/** Past its day nobody finds an answer any more, until somebody says that it is still right. Gives how many. */
export async function turnStale(core: Core): Promise<number> {
  const due = await core.tx((tx, now) => dueNow(tx, now));
  let turned = 0;
  for (const id of due) {
    const done = await core.tx((tx, now) => makeStale(tx, core, { id, by: "clock", now }));
    if (done) turned += 1;
  }
  if (turned > 0) core.wake();
  return turned;
}
