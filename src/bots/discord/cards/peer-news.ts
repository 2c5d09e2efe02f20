import { newsWords } from "#bots/peer-words.ts";
import type { PeerNewsCard } from "#core/peers/pairs/cards.ts";
import { escapeText, type Face } from "../markup.ts";

export function peerNewsFace(card: PeerNewsCard): Face {
  const { title, body } = newsWords(card, `**${escapeText(card.name)}**`);
  return { title, body: body.join("\n\n"), footer: card.community, buttons: [] };
}
