import { requestWords } from "#bots/library-words.ts";
import type { KeepRequestCard } from "#core/library/cards.ts";
import { escapeText, type Face } from "../markup.ts";
import { entryPieces } from "./library-text.ts";

/** Patients read this on Discord; here it only shows what they would. */
export function keepRequestFace(card: KeepRequestCard): Face {
  const { title, says } = requestWords(card);
  const pieces = card.text === undefined || card.quiet ? [] : entryPieces(card.text);
  return { title, pieces: [{ ours: escapeText(says) }, ...pieces], buttons: [] };
}
