import { dueWords } from "#bots/library-team-words.ts";
import { day } from "#bots/library-words.ts";
import type { LibraryDueCard } from "#core/library/cards.ts";
import { escapeText, type Face } from "../markup.ts";

/** The team reads this in Slack; here it only says which. */
export function libraryDueFace(card: LibraryDueCard): Face {
  const { title, says } = dueWords(card);
  const entries = card.entries.map(
    ({ number, question, reviewBy }) => `${number}. ${escapeText(question)} (${day(reviewBy)})`,
  );
  return { title, body: [says, ...entries].join("\n"), buttons: [] };
}
