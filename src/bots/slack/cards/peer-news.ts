import { newsWords } from "#bots/peer-words.ts";
import type { PeerNewsCard } from "#core/peers/pairs/cards.ts";
import { escapeText, type Face } from "../markup.ts";

/** Nobody is matched on Slack, so nobody gets it there today. */
export function peerNewsFace(card: PeerNewsCard): Face {
  const { title, body } = newsWords(card, escapeText(card.name));
  return { title, pieces: body.map((ours) => ({ ours })), buttons: [] };
}
