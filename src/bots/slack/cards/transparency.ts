import { transparencyWords } from "#bots/transparency-words.ts";
import type { TransparencyCard } from "#core/reporting/transparency-card.ts";
import { escapeText, type Face } from "../markup.ts";

export function transparencyFace(card: TransparencyCard): Face {
  const { title, lines, small } = transparencyWords(card);
  return {
    title,
    pieces: [
      { ours: `*${escapeText(card.report.community)}*` },
      ...lines.map((ours) => ({ ours })),
      { small },
    ],
    buttons: [],
  };
}
