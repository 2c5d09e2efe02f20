import { type Actor, authorise } from "#core/access.ts";
import type { Core } from "#core/core.ts";
import { refuse } from "#core/errors.ts";
import type { PeerOfferCard } from "./cards.ts";
import { offerCardOf } from "./load-pair-cards.ts";
import { ownPair } from "./own-pair.ts";

/** An offer as its reader alone sees it, for whoever wishes that nothing of it is pushed. Refuses not_found. */
export async function showOffer(
  core: Core,
  { actor, pairId }: { actor: Actor; pairId: string },
): Promise<PeerOfferCard> {
  authorise(actor, "peers.answer");
  return core.tx(async (tx) => {
    const { own } = await ownPair(tx, actor, pairId);
    const card = await offerCardOf(tx, core, own, { isOpened: true });
    if (card === undefined) throw refuse("not_found", { what: "pair" });
    return card;
  });
}
