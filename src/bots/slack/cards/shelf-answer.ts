import { answerParts, reviewWords, sourceWords } from "#bots/library-words.ts";
import type { ShelfAnswerCard } from "#core/library/cards.ts";
import { escapeText, type Face } from "../markup.ts";

/** The shelf stands where patients are, so that nobody gets it here today. */
export function shelfAnswerFace({ answer }: ShelfAnswerCard): Face {
  return {
    title: "From the library",
    pieces: [
      { theirs: answer.question },
      ...answerParts(answer.answer).map(({ text }) => ({ theirs: text })),
      { ours: escapeText(`${sourceWords(answer)}. ${reviewWords(answer)}`) },
    ],
    buttons: [],
  };
}
