import { type Actor, authorise } from "#core/access.ts";
import type { Core } from "#core/core.ts";
import { refuse } from "#core/errors.ts";
import type { Tx } from "#core/foundation/store/open-store.ts";
import { endEntry } from "./end-entry.ts";
import { entryNumbered, entryRefusal } from "./entry-refusal.ts";
import { requireKeeper } from "./keepable-answer.ts";
import { entryStateOf, PUBLISHED } from "./library-entry.ts";

/** Whom one helped, the other one helped: their counts add up, day by day. */
async function addUp(tx: Tx, fromId: string, intoId: string): Promise<void> {
  for (const { day, found, insteadOfAsking } of await tx.libraryUse.findMany({ where: { entryId: fromId } }))
    await tx.libraryUse.upsert({
      where: { entryId_day: { entryId: intoId, day } },
      create: { entryId: intoId, day, found, insteadOfAsking },
      update: { found: { increment: found }, insteadOfAsking: { increment: insteadOfAsking } },
    });
  await tx.libraryUse.deleteMany({ where: { entryId: fromId } });
}

/**
 * Two answers say the same: the second one ends, and leads to the first, also for whoever has it on the screen. Refuses
 * not_found, not_allowed, no_standing of a provider, entry_status, and invalid_input for one and the same.
 */
export async function mergeEntries(
  core: Core,
  { actor, into, from }: { actor: Actor; into: number; from: number },
): Promise<void> {
  const { communityId, memberId } = actor;
  authorise(actor, "library.retire");
  if (into === from) throw refuse("invalid_input", { field: "second number", rule: "must be another one" });
  await core.tx(async (tx, now) => {
    await requireKeeper(tx, actor, now);
    const kept = await entryNumbered(tx, communityId, into);
    const ended = await entryNumbered(tx, communityId, from);
    // Held until the commit, so that it does not end beside us.
    const { count } = await tx.libraryEntry.updateMany({
      where: { id: kept.id, state: { in: [...PUBLISHED] } },
      data: { state: entryStateOf(kept.state) },
    });
    if (count === 0) throw await entryRefusal(tx, kept.id);
    const also = { mergedIntoId: kept.id };
    if (!(await endEntry(tx, core, ended, { event: "merge", by: memberId, now, also })))
      throw await entryRefusal(tx, ended.id);
    await tx.libraryEntry.updateMany({ where: { mergedIntoId: ended.id }, data: also });
    await addUp(tx, ended.id, kept.id);
  });
  core.wake();
}
