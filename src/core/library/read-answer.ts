import { type Actor, authorise } from "#core/access.ts";
import type { Core } from "#core/core.ts";
import type { Tx } from "#core/foundation/store/open-store.ts";
import { noteReading } from "#core/privacy/note-reading.ts";
import type { LibraryAnswer } from "./cards.ts";
import { noSuchEntry } from "./entry-refusal.ts";
import { loadAnswers } from "./load-answers.ts";

/** An answer that may be shown now; one that was merged is the one that it was merged into. Refuses not_found. */
export async function shownAnswer(
  tx: Tx,
  core: Core,
  { communityId, entryId, now }: { communityId: string; entryId: string; now: Date },
): Promise<LibraryAnswer> {
  const entry = await tx.libraryEntry.findUnique({ where: { id: entryId } });
  const ids = [entry?.mergedIntoId ?? entryId];
  const [answer] = await loadAnswers(tx, core, { communityId, ids, now });
  if (answer === undefined) throw noSuchEntry();
  return answer;
}

/**
 * The whole of one answer. Refuses not_found, also for what may not be shown any more, and too_many for whoever opens one after
 * the other.
 */
export async function readAnswer(
  core: Core,
  { actor, entryId }: { actor: Actor; entryId: string },
): Promise<LibraryAnswer> {
  authorise(actor, "library.find");
  const { communityId } = actor;
  return core.tx(async (tx, now) => {
    const answer = await shownAnswer(tx, core, { communityId, entryId, now });
    await noteReading(tx, core, { actor, what: "answer", entryId: answer.entryId, now });
    return answer;
  });
}
