import { caseWords } from "#bots/moderation-words.ts";
import type { CaseCard } from "#core/moderation/cases/case-card.ts";
import { escapeText, type Face } from "../markup.ts";

export function caseFace(card: CaseCard): Face {
  const { title, lines } = caseWords(card);
  const person = card.person === undefined ? [] : [`About ${escapeText(card.person)}.`];
  return { title, pieces: [...person, ...lines].map((ours) => ({ ours })), buttons: [] };
}
