import { supportWords } from "#bots/friend-words.ts";
import type { CircleSupportCard } from "#core/peers/friends/cards.ts";
import { escapeText, type Face } from "../markup.ts";

/** Nobody makes friends on Slack, so nobody gets it there today. */
export function circleSupportFace(card: CircleSupportCard): Face {
  const { title, body } = supportWords(card, escapeText(card.friend));
  return { title, pieces: [{ ours: body }], buttons: [] };
}
