import type { Actor } from "#core/access.ts";
import type { Core } from "#core/core.ts";
import { endEntry } from "./end-entry.ts";
import { entryRefusal } from "./entry-refusal.ts";
import { ownPart } from "./own-part.ts";

/** "No, thank you", of the patient or the author: nothing of it is kept, and nobody asks again. Refuses not_found, not_allowed, entry_status. */
export async function declineToKeep(
  core: Core,
  { actor, entryId }: { actor: Actor; entryId: string },
): Promise<void> {
  await core.tx(async (tx, now) => {
    const { entry } = await ownPart(tx, { actor, entryId });
    if (!(await endEntry(tx, core, entry, { event: "decline", by: actor.memberId, now })))
      throw await entryRefusal(tx, entryId);
  });
  core.wake();
}
