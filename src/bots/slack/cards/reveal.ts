import { revealWords } from "#bots/moderation-words.ts";
import type { RevealCard } from "#core/moderation/identity/reveal-card.ts";
import { escapeText, type Face } from "../markup.ts";

export function revealFace(card: RevealCard): Face {
  const person = card.person === undefined ? undefined : escapeText(card.person);
  const { title, line, after } = revealWords({ ...card, person, by: card.by.map(escapeText) });
  return {
    title,
    pieces: [{ ours: line }, { theirs: card.reason }, { ours: after }, { small: escapeText(card.community) }],
    buttons: [],
  };
}
