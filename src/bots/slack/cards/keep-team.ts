import { teamWords } from "#bots/library-team-words.ts";
import type { KeepTeamCard } from "#core/library/cards.ts";
import { type Button, escapeText, type Face } from "../markup.ts";
import { entryPieces } from "./library-text.ts";

function buttonsFor({ entryId: subject, state, waitsFor }: KeepTeamCard): Button[] {
  if (state === "proposed" && waitsFor.includes("author"))
    return [
      { verb: "keep-yes", subject, label: "I wrote it: keep it", look: "primary" },
      { verb: "keep-no", subject, label: "I wrote it: rather not" },
    ];
  if (state === "agreed")
    return [
      { verb: "keep-look", subject, label: "Look at it", look: "primary" },
      { verb: "take-out", subject, label: "I wrote it: take it out" },
    ];
  if (state === "proposed" || state === "kept" || state === "stale")
    return [{ verb: "take-out", subject, label: "I wrote it: take it out" }];
  return [];
}

/** In the question's thread, and to the author: always how it stands, and who has what to do. */
export function keepTeamFace(card: KeepTeamCard): Face {
  const { text, number, keeper, author, note } = card;
  return {
    title: `Keep the answer to question ${number} for others?`,
    pieces: [
      { ours: `Written by *${escapeText(author)}* · proposed by *${escapeText(keeper)}*` },
      ...(text === undefined ? [{ ours: "The text was removed." }] : entryPieces(text)),
      ...(note === undefined ? [] : [{ ours: "*Why it is not fit*" }, { theirs: note }]),
      { ours: `*${escapeText(teamWords(card))}*` },
    ],
    buttons: buttonsFor(card),
  };
}
