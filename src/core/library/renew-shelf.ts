import { type Actor, authorise } from "#core/access.ts";
import type { Core } from "#core/core.ts";
import { SHELF_CARD, takeFromShelf } from "./follow-shelf.ts";

/**
 * Says everything on the shelf anew, by and by: what was given up or removed by hand comes back, and what could not be removed is
 * removed again. Gives how many answers are on it.
 */
export async function renewShelf(core: Core, { actor }: { actor: Actor }): Promise<{ answers: number }> {
  authorise(actor, "community.configure");
  const { communityId } = actor;
  const answers = await core.tx(async (tx, now) => {
    const { count } = await tx.libraryEntry.updateMany({
      where: { communityId, shelf: { not: null } },
      data: { shelf: null, shelfSoon: false },
    });
    const standing = await tx.copy.findMany({
      where: { communityId, kind: SHELF_CARD, removedAtMs: null },
      select: { subjectId: true },
    });
    const gone = await tx.libraryEntry.findMany({
      where: {
        id: { in: standing.map(({ subjectId }) => subjectId) },
        OR: [{ state: { not: "kept" } }, { hiddenAt: { not: null } }],
      },
      select: { id: true, communityId: true },
    });
    for (const entry of gone) await takeFromShelf(tx, core, entry, now);
    return count;
  });
  core.wake();
  return { answers };
}
