import { type Actor, authorise } from "#core/access.ts";
import type { Core } from "#core/core.ts";
import { type Manner, mannerOf, openTags } from "./peer-card.ts";
import type { Tag } from "./tags.ts";
import { asWants, type Wants } from "./wants.ts";

/** What a member chose, for themselves alone. */
export interface MyCard {
  readonly isOn: boolean;
  readonly tags: readonly Tag[];
  readonly manner: Manner | undefined;
  readonly wants: Wants;
  /** They are a mentor, and may change how. */
  readonly isMentor: boolean;
}

/** The member's own card; an empty one where they chose nothing yet. */
export async function myCard(core: Core, { actor }: { actor: Actor }): Promise<MyCard> {
  authorise(actor, "peers.connect");
  const { memberId } = actor;
  const card = await core.db.peerCard.findUnique({ where: { memberId } });
  const isMentor = (await core.db.mentor.count({ where: { memberId, state: "active" } })) > 0;
  if (card === null) return { isOn: false, tags: [], manner: undefined, wants: "peer", isMentor };
  const tags = await openTags(core.db, core, card);
  return { isOn: card.state === "on", tags, manner: mannerOf(card), wants: asWants(card.wants), isMentor };
}
