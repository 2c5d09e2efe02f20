import { offerWords } from "#bots/peer-words.ts";
import type { PeerOfferCard } from "#core/peers/pairs/cards.ts";
import type { Face } from "../markup.ts";

/** Nobody is matched on Slack, so nobody gets it there today. */
export function peerOfferFace(card: PeerOfferCard): Face {
  const { title, body } = offerWords(card);
  return { title, pieces: body.map((ours) => ({ ours })), buttons: [] };
}
