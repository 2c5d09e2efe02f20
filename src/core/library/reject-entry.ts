import type { Actor } from "#core/access.ts";
import type { Core } from "#core/core.ts";
import { checkedText } from "#core/questions/message-text.ts";
import { agreedEntry } from "./agreed-entry.ts";
import { endEntry } from "./end-entry.ts";
import { entryRefusal } from "./entry-refusal.ts";
import { sealNote } from "./entry-text.ts";
import { ENTRY_LIMITS } from "./library-entry.ts";

/** "Not fit": a colleague says why to the team, and nothing is kept. Refuses empty, too_long and what agreedEntry refuses. */
export async function rejectEntry(
  core: Core,
  { actor, entryId, note }: { actor: Actor; entryId: string; note: string },
): Promise<void> {
  const text = checkedText(note, 'field "Why is it not fit?"', ENTRY_LIMITS.note);
  await core.tx(async (tx, now) => {
    const { entry } = await agreedEntry(tx, core, { actor, entryId, now });
    const also = { reviewerId: actor.memberId, noteSealed: await sealNote(tx, core, entry, text) };
    if (!(await endEntry(tx, core, entry, { event: "reject", by: actor.memberId, now, also })))
      throw await entryRefusal(tx, entryId);
  });
  core.wake();
}
