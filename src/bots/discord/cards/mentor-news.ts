import { mentorNewsWords } from "#bots/mentor-words.ts";
import type { MentorNewsCard } from "#core/peers/mentors/cards.ts";
import { escapeText, type Face } from "../markup.ts";

export function mentorNewsFace(card: MentorNewsCard): Face {
  const { title, body } = mentorNewsWords(card, escapeText(card.reason));
  return { title, body: body.join("\n\n"), footer: card.community, buttons: [] };
}
