import { type Actor, authorise } from "#core/access.ts";
import type { Core } from "#core/core.ts";
import { endEntry } from "./end-entry.ts";
import { entryNumbered, entryOf, entryRefusal } from "./entry-refusal.ts";
import { requireKeeper } from "./keepable-answer.ts";

/** An entry by its id, or by its number. */
export type EntryNamed = { readonly entryId: string } | { readonly number: number };

/** Takes an answer out for good, since it is not right any more; keeping it anew asks everybody anew. Refuses not_found, not_allowed, no_standing of a provider, entry_status. */
export async function retireEntry(
  core: Core,
  { actor, named }: { actor: Actor; named: EntryNamed },
): Promise<{ readonly number: number }> {
  const { communityId, memberId } = actor;
  authorise(actor, "library.retire");
  const retired = await core.tx(async (tx, now) => {
    await requireKeeper(tx, actor, now);
    const entry =
      "number" in named
        ? await entryNumbered(tx, communityId, named.number)
        : await entryOf(tx, communityId, named.entryId);
    if (!(await endEntry(tx, core, entry, { event: "retire", by: memberId, now })))
      throw await entryRefusal(tx, entry.id);
    return { number: entry.number };
  });
  core.wake();
  return retired;
}
