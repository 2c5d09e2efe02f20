import type { Actor } from "#core/access.ts";
import type { Core } from "#core/core.ts";
import { endEntry } from "./end-entry.ts";
import { entryRefusal } from "./entry-refusal.ts";
import { ownPart } from "./own-part.ts";

/**
 * "Take it out of the library", of the patient or the author, at any time and without a reason: from this moment nobody
 * finds it. Refuses not_found, not_allowed, entry_status.
 */
export async function withdrawEntry(
  core: Core,
  { actor, entryId }: { actor: Actor; entryId: string },
): Promise<void> {
  await core.tx(async (tx, now) => {
    const { entry } = await ownPart(tx, { actor, entryId });
    if (!(await endEntry(tx, core, entry, { event: "withdraw", by: actor.memberId, now })))
      throw await entryRefusal(tx, entryId);
  });
  core.wake();
}
