import { dueWords } from "#bots/library-team-words.ts";
import { day } from "#bots/library-words.ts";
import type { DueEntry, LibraryDueCard } from "#core/library/cards.ts";
import { type Button, escapeText, type Face, type Piece } from "../markup.ts";

const entryPieces = ({ number, question, reviewBy, changed }: DueEntry): Piece[] => [
  { theirs: `${number}. ${question}` },
  {
    small: `Review by ${day(reviewBy)}${changed ? " · the answer was edited or hidden since, so it can only be retired" : ""}`,
  },
];

const entryButtons = ({ entryId: subject, number, changed }: DueEntry): Button[] => [
  ...(changed ? [] : [{ verb: "still-right", subject, label: `Still right: ${number}` }]),
  { verb: "retire-answer", subject, label: `Retire: ${number}` },
];

/** Once a week: which answers are past their day, each with what can be said of it. */
export function libraryDueFace(card: LibraryDueCard): Face {
  const { title, says } = dueWords(card);
  return {
    title,
    pieces: [{ ours: escapeText(says) }, ...card.entries.flatMap(entryPieces)],
    buttons: card.entries.flatMap(entryButtons),
  };
}
