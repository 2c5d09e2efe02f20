import { checkWords } from "#bots/mentor-words.ts";
import type { MentorCheckCard } from "#core/peers/mentors/cards.ts";
import { escapeText, type Face } from "../markup.ts";

/** Nobody is matched on Slack, so nobody gets it there today. */
export function mentorCheckFace(card: MentorCheckCard): Face {
  const { title, body } = checkWords(card, escapeText(card.name));
  return { title, pieces: body.map((ours) => ({ ours })), buttons: [] };
}
