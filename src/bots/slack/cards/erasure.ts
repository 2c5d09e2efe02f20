import { receiptWords } from "#bots/erasure-words.ts";
import type { ErasureCard } from "#core/privacy/erasure-card.ts";
import { escapeText, type Face } from "../markup.ts";

/** The receipt: no button, since nobody is known behind it any more. */
export function erasureFace(card: ErasureCard): Face {
  const { title, first, lines, last } = receiptWords(card);
  return {
    title,
    pieces: [
      { ours: first },
      ...(lines.length === 0 ? [] : [{ ours: lines.map((line) => `• ${line}`).join("\n") }]),
      { ours: last.join("\n") },
      { small: escapeText(card.community) },
    ],
    buttons: [],
  };
}
