import { helloWords } from "#bots/peer-words.ts";
import type { PeerHelloCard } from "#core/peers/pairs/cards.ts";
import type { Face } from "../markup.ts";

/** Nobody is matched on Slack, so nobody gets it there today. */
export function peerHelloFace(card: PeerHelloCard): Face {
  const { title, body } = helloWords(card);
  return { title, pieces: body.map((ours) => ({ ours })), buttons: [] };
}
