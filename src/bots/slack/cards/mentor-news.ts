import { mentorNewsWords } from "#bots/mentor-words.ts";
import type { MentorNewsCard } from "#core/peers/mentors/cards.ts";
import { escapeText, type Face } from "../markup.ts";

/** Nobody becomes a mentor on Slack, so nobody gets it there today. */
export function mentorNewsFace(card: MentorNewsCard): Face {
  const { title, body } = mentorNewsWords(card, escapeText(card.reason));
  return { title, pieces: body.map((ours) => ({ ours })), buttons: [] };
}
