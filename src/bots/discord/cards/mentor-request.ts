import { requestWords } from "#bots/mentor-words.ts";
import type { MentorRequestCard } from "#core/peers/mentors/cards.ts";
import { escapeText, type Face } from "../markup.ts";

export function mentorRequestFace(card: MentorRequestCard): Face {
  const { title, lines } = requestWords(card, `**${escapeText(card.name)}**`);
  return { title, body: lines.join("\n\n"), buttons: [] };
}
