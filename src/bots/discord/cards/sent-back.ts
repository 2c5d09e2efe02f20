import type { SentBackCard } from "#core/questions/cards.ts";
import { escapeText, type Face } from "../markup.ts";

/** For a provider team on Discord. Answers are written in the team's own tool, so that nothing can be pressed here. */
export function sentBackFace({ number, by, note }: SentBackCard): Face {
  return {
    title: `Your answer to question ${number} was not sent yet`,
    body: `**${escapeText(by)}** asks you to change this:\n${escapeText(note)}`,
    buttons: [],
  };
}
