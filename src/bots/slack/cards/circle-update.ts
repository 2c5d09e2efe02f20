import { TEXT_BEHIND_OPEN, updateWords } from "#bots/friend-words.ts";
import type { CircleUpdateCard } from "#core/peers/friends/cards.ts";
import { escapeText, type Face } from "../markup.ts";

/** Nobody makes friends on Slack, so nobody gets it there today. */
export function circleUpdateFace(card: CircleUpdateCard): Face {
  const { title, end } = updateWords(card, escapeText(card.author));
  return { title, pieces: [{ theirs: card.text ?? TEXT_BEHIND_OPEN }, { ours: end }], buttons: [] };
}
