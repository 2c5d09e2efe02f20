import { outcomeWords } from "#bots/moderation-words.ts";
import type { ReportOutcomeCard } from "#core/moderation/decisions/cards.ts";
import { escapeText, type Face } from "../markup.ts";

export function reportOutcomeFace(card: ReportOutcomeCard): Face {
  const { title, line } = outcomeWords(card);
  const why = card.reason === "" ? [] : [escapeText(card.reason)];
  return { title, body: [line, ...why].join("\n\n"), footer: card.community, buttons: [] };
}
