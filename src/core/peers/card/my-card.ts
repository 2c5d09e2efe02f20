import { type Actor, authorise } from "#core/access.ts";
import type { Core } from "#core/core.ts";
import { type Manner, mannerOf, openTags } from "./peer-card.ts";
import type { Tag } from "./tags.ts";

/** What a member chose, for themselves alone. */
export interface MyCard {
  readonly isOn: boolean;
  readonly tags: readonly Tag[];
  readonly manner: Manner | undefined;
}

/** The member's own card; an empty one where they chose nothing yet. */
export async function myCard(core: Core, { actor }: { actor: Actor }): Promise<MyCard> {
  authorise(actor, "peers.connect");
  const { memberId } = actor;
  const card = await core.db.peerCard.findUnique({ where: { memberId } });
  if (card === null) return { isOn: false, tags: [], manner: undefined };
  return { isOn: card.state === "on", tags: await openTags(core.db, core, card), manner: mannerOf(card) };
}
