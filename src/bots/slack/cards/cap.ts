import { capWords } from "#bots/care-words.ts";
import type { CapCard } from "#core/moderation/care/cap-card.ts";
import type { Face } from "../markup.ts";

export function capFace(card: CapCard): Face {
  const { title, lines } = capWords(card);
  return { title, pieces: lines.map((ours) => ({ ours })), buttons: [] };
}
