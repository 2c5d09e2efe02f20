import { type Actor, authorise } from "#core/access.ts";
import type { Core } from "#core/core.ts";
import { refuse } from "#core/errors.ts";
import type { CircleUpdateCard } from "./cards.ts";
import { updateCardOf } from "./load-friend-cards.ts";

/** A friend's update as its reader alone sees it, for whoever wishes that nothing of it is pushed. Refuses not_found. */
export async function openFriendUpdate(
  core: Core,
  { actor, updateId }: { actor: Actor; updateId: string },
): Promise<CircleUpdateCard> {
  authorise(actor, "friends.read");
  const { memberId } = actor;
  const card = await core.tx((tx) => updateCardOf(tx, core, { updateId, memberId }, { isOpened: true }));
  if (card === undefined) throw refuse("not_found", { what: "update" });
  return card;
}
