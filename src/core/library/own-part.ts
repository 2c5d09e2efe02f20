import { type Actor, authorise } from "#core/access.ts";
import type { Tx } from "#core/foundation/store/open-store.ts";
import { entryOf } from "./entry-refusal.ts";

/**
 * An entry that whoever acts has a part of their own in: it was their question, or it is their answer. Refuses not_found, and
 * not_allowed to everybody else.
 */
export async function ownPart(tx: Tx, { actor, entryId }: { actor: Actor; entryId: string }) {
  const { communityId, memberId } = actor;
  const entry = await entryOf(tx, communityId, entryId);
  const isAuthor = entry.authorId === memberId;
  const ownerId = isAuthor ? memberId : (entry.askerId ?? "");
  authorise(actor, "library.agree", { communityId, ownerId });
  return { entry, part: isAuthor ? ("author" as const) : ("patient" as const) };
}
