import { appealWords } from "#bots/case-words.ts";
import type { AppealCard } from "#core/moderation/appeals/cards.ts";
import type { Face } from "../markup.ts";

export function appealFace(card: AppealCard): Face {
  const { title, lines } = appealWords(card);
  return { title, pieces: lines.map((ours) => ({ ours })), buttons: [] };
}
