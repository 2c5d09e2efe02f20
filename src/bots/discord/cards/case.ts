import { caseWords } from "#bots/case-words.ts";
import type { CaseCard } from "#core/moderation/cases/case-card.ts";
import type { Face } from "../markup.ts";

export function caseFace(card: CaseCard): Face {
  const { title, lines } = caseWords(card);
  return { title, body: lines.join("\n\n"), buttons: [] };
}
