import { answerParts, sourceWords } from "#bots/library-words.ts";
import type { EntryText } from "#core/library/cards.ts";
import { escapeText, type Piece } from "../markup.ts";

/** The exact text that others would read. */
export function entryPieces(text: EntryText): Piece[] {
  return [
    { ours: "*What others would read*" },
    { theirs: text.question },
    ...answerParts(text.answer).flatMap(({ heading, text: theirs }): Piece[] => [
      ...(heading === undefined ? [] : [{ ours: `*${heading}*` }]),
      { theirs },
    ]),
    { small: escapeText(sourceWords(text)) },
  ];
}
