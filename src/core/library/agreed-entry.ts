import { type Actor, authorise } from "#core/access.ts";
import type { Core } from "#core/core.ts";
import { requireStanding } from "#core/credentials/standing.ts";
import { refuse } from "#core/errors.ts";
import type { Tx } from "#core/foundation/store/open-store.ts";
import { refuseWhoSteppedBack } from "#core/questions/stepped-back.ts";
import { unchanged } from "./current-answer.ts";
import { isDisputed } from "./doubt-entries.ts";
import { entryOf, entryRefusal } from "./entry-refusal.ts";
import { openEntry } from "./entry-text.ts";

/**
 * An entry that both agreed to, for a colleague who may look at it now. Whoever wrote the answer, or the question's general
 * words, is no second pair of eyes. Refuses not_found, own_part, not_allowed, stepped_back, no_standing, entry_status, cannot_keep
 * where a colleague sees it differently by now, and
 * entry_changed where the answer is not what they agreed to any more.
 */
export async function agreedEntry(
  tx: Tx,
  core: Core,
  { actor, entryId, now }: { actor: Actor; entryId: string; now: Date },
) {
  const { communityId, memberId } = actor;
  const entry = await entryOf(tx, communityId, entryId);
  const { authorId, askerId, keeperId, questionId } = entry;
  if (authorId === memberId) throw refuse("own_part", { part: "author" });
  authorise(actor, "library.look", { communityId, ownerId: askerId ?? "" });
  if (keeperId === memberId) throw refuse("own_part", { part: "keeper" });
  if (questionId !== null) await refuseWhoSteppedBack(tx, { questionId, memberId });
  const credential = await requireStanding(tx, actor, now);
  const text = await openEntry(tx, core, entry);
  if (entry.state !== "agreed" || askerId === null || text === undefined)
    throw await entryRefusal(tx, entryId);
  if ((await unchanged(tx, [entry])).length === 0) throw refuse("entry_changed", {});
  if (await isDisputed(tx, entry)) throw refuse("cannot_keep", { why: "disputed" });
  return { entry: { ...entry, askerId }, text, profession: credential.line.profession };
}
