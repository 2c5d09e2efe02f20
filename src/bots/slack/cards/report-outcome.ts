import { outcomeWords } from "#bots/moderation-words.ts";
import type { ReportOutcomeCard } from "#core/moderation/decisions/cards.ts";
import { escapeText, type Face } from "../markup.ts";

export function reportOutcomeFace(card: ReportOutcomeCard): Face {
  const { title, line } = outcomeWords(card);
  return {
    title,
    pieces: [
      { ours: line },
      ...(card.reason === "" ? [] : [{ theirs: card.reason }]),
      { small: escapeText(card.community) },
    ],
    buttons: [],
  };
}
