import { type Actor, authorise } from "#core/access.ts";
import type { Core } from "#core/core.ts";
import { requireStanding } from "#core/credentials/standing.ts";
import { refuse } from "#core/errors.ts";
import { record } from "#core/foundation/audit/record.ts";
import { unchanged } from "./current-answer.ts";
import { isDisputed } from "./doubt-entries.ts";
import { entryOf, entryRefusal } from "./entry-refusal.ts";
import { openEntry } from "./entry-text.ts";
import { followShelf } from "./follow-shelf.ts";
import { monthsAfter, statesAllowing, USUAL_MONTHS } from "./library-entry.ts";
import { publishEntry } from "./publish-entry.ts";
import { tellOfEntry } from "./tell.ts";
import { refreshDue } from "./tell-owners.ts";

/**
 * "Still right": members find it again, for another year. Also whoever wrote it may say so; anybody who says it needs
 * standing. Refuses not_found, not_allowed, no_standing, entry_status, own_part to its author where a colleague sees it
 * differently, and entry_changed where the answer was edited or
 * hidden since: then it has to be kept anew, if at all.
 */
export async function renewEntry(
  core: Core,
  { actor, entryId }: { actor: Actor; entryId: string },
): Promise<{ readonly number: number }> {
  const { communityId, memberId } = actor;
  const renewed = await core.tx(async (tx, now) => {
    const entry = await entryOf(tx, communityId, entryId);
    authorise(actor, "library.look", { communityId, ownerId: entry.askerId ?? "" });
    await requireStanding(tx, actor, now);
    if ((await unchanged(tx, [entry])).length === 0) throw refuse("entry_changed", {});
    // Whoever wrote it does not settle alone what a colleague sees differently.
    if (entry.authorId === memberId && (await isDisputed(tx, entry)))
      throw refuse("own_part", { part: "author" });
    const { count } = await tx.libraryEntry.updateMany({
      where: { id: entryId, state: { in: statesAllowing("renew") } },
      data: { state: "kept", renewedAt: now, reviewBy: monthsAfter(now, USUAL_MONTHS) },
    });
    const text = await openEntry(tx, core, entry);
    if (count === 0 || text === undefined) throw await entryRefusal(tx, entryId);
    await publishEntry(tx, core, { ...entry, text });
    await followShelf(tx, core, entryId, now);
    await tellOfEntry(tx, core, entry, { op: "edit", at: now });
    await refreshDue(tx, core, entry, now);
    await record(tx, {
      at: now.getTime(),
      communityId,
      actor: memberId,
      verb: "library.renewed",
      subject: entryId,
      detail: { months: USUAL_MONTHS },
    });
    return { number: entry.number };
  });
  core.wake();
  return renewed;
}
