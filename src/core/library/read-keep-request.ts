import { type Actor, authorise } from "#core/access.ts";
import type { Core } from "#core/core.ts";
import type { KeepRequestCard } from "./cards.ts";
import { entryOf, noSuchEntry } from "./entry-refusal.ts";
import { loadKeepRequestCard } from "./load-library-cards.ts";

/** One's own card about an answer that is to be kept, with its text, for whoever wished that no text is pushed. Refuses not_found. */
export async function readKeepRequest(
  core: Core,
  { actor, entryId }: { actor: Actor; entryId: string },
): Promise<KeepRequestCard> {
  authorise(actor, "library.agree");
  return core.tx(async (tx) => {
    const entry = await entryOf(tx, actor.communityId, entryId);
    const card = entry.askerId === actor.memberId ? await loadKeepRequestCard(tx, core, entryId) : undefined;
    if (card === undefined) throw noSuchEntry();
    return { ...card, quiet: false };
  });
}
