import type { Actor } from "#core/access.ts";
import type { Store } from "#core/foundation/store/open-store.ts";
import { chooseManner } from "#core/peers/card/choose-manner.ts";
import { chooseTags } from "#core/peers/card/choose-tags.ts";
import { matchMe } from "#core/peers/card/match-me.ts";
import { acceptOffer } from "#core/peers/pairs/accept-offer.ts";
import type { PeerOfferCard } from "#core/peers/pairs/cards.ts";
import { offerCardOf } from "#core/peers/pairs/load-pair-cards.ts";
import { lookDue } from "#core/peers/pairs/look-due.ts";
import { type Sending, sendingIn } from "../moderation/moderated.ts";
import { joinAs, smallTown, type Town } from "../small-town.ts";

export const DAY_MS = 24 * 3_600_000;

export const TAGS = ["topic.injections", "topic.pain", "stage.new"];

export interface PeersTown extends Town, Sending {
  /** A member who is looked for and found. */
  matched(name: string, tags?: readonly string[], more?: { pace?: string; zone?: string }): Promise<Actor>;
  /** The offers that wait for a member or did, the newest last, and whether they were answered. */
  offersOf(actor: Actor): Promise<{ pairId: string; answer: string; state: string }[]>;
  /** What the card of an offer says to one of the two. */
  offerCard(actor: Actor, pairId: string): Promise<PeerOfferCard | undefined>;
}

export async function peersTown(store: Store): Promise<PeersTown> {
  const town = await smallTown(store);
  const { core } = town;
  return {
    ...town,
    ...sendingIn(town),
    async matched(name, tags = TAGS, { pace = "weekly", zone = "europe-africa" } = {}) {
      const actor = await joinAs(town, name);
      await chooseTags(core, { actor, platform: "north", tags });
      await chooseManner(core, { actor, platform: "north", pace, times: ["evenings"], zone });
      await matchMe(core, { actor });
      return actor;
    },
    async offersOf({ memberId }) {
      const sides = await core.db.peerSide.findMany({
        where: { memberId },
        include: { pair: true },
        orderBy: { createdAt: "asc" },
      });
      return sides.map(({ pairId, answer, pair }) => ({ pairId, answer, state: pair.state }));
    },
    async offerCard({ memberId }, pairId) {
      return core.tx((tx) => offerCardOf(tx, core, { pairId, memberId }, { isOpened: false }));
    },
  };
}

/** Two who were offered to each other. */
export async function offered(town: PeersTown, ...names: readonly [string, string]) {
  const one = await town.matched(names[0]);
  const other = await town.matched(names[1]);
  await lookDue(town.core);
  const [offer] = await town.offersOf(one);
  if (offer === undefined) throw new Error("nobody was offered");
  return { one, other, pairId: offer.pairId };
}

/** Two who both said yes, with their thread. */
export async function together(town: PeersTown, ...names: readonly [string, string]) {
  const pair = await offered(town, ...names);
  await acceptOffer(town.core, { actor: pair.one, pairId: pair.pairId });
  await acceptOffer(town.core, { actor: pair.other, pairId: pair.pairId });
  await town.drain();
  return pair;
}
