import { appealWords } from "#bots/moderation-words.ts";
import type { AppealCard } from "#core/moderation/appeals/cards.ts";
import { escapeText, type Face } from "../markup.ts";

export function appealFace(card: AppealCard): Face {
  const { title, lines } = appealWords({ ...card, decidedBy: escapeText(card.decidedBy) });
  return { title, pieces: lines.map((ours) => ({ ours })), buttons: [] };
}
