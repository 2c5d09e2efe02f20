import type { Core } from "#core/core.ts";
import type { Tx } from "#core/foundation/store/open-store.ts";
import { followShelf, SOON_MONTHS, strayed } from "./follow-shelf.ts";
import { monthsAfter } from "./library-entry.ts";
import { tellOfEntry } from "./tell.ts";

/** A shelf that was linked a moment ago is filled by and by, so that nothing else waits for it. */
const AT_ONCE = 20;

/** Whose question and answer it was see on their cards where it stands now. */
async function follow(tx: Tx, core: Core, id: string, now: Date): Promise<boolean> {
  if (!(await followShelf(tx, core, id, now))) return false;
  const entry = await tx.libraryEntry.findUniqueOrThrow({ where: { id } });
  await tellOfEntry(tx, core, entry, { op: "edit", at: now });
  return true;
}

/**
 * Keeps the shelf true where nothing else tells that it is not: a channel that was linked or unlinked, a credential that ended,
 * a conversation that is paused, a day that is near. Gives how many posts were ordered.
 */
export async function keepShelf(core: Core): Promise<number> {
  const soon = await core.db.libraryEntry.findMany({
    where: {
      ...{ state: "kept", shelf: { not: null }, shelfSoon: false },
      reviewBy: { lte: monthsAfter(core.clock.now(), SOON_MONTHS) },
    },
    select: { id: true },
    take: AT_ONCE,
  });
  const others = await core.db.$queryRaw<{ id: string }[]>(strayed(AT_ONCE));
  let ordered = 0;
  for (const id of new Set([...others, ...soon].map((one) => one.id)))
    if (await core.tx((tx, now) => follow(tx, core, id, now))) ordered += 1;
  if (ordered > 0) core.wake();
  return ordered;
}
