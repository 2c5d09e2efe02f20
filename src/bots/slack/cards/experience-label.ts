import { experienceLabelWords } from "#bots/experience-words.ts";
import type { ExperienceLabelCard } from "#core/experiences/label-card.ts";
import { escapeText, type Face } from "../markup.ts";

/** Experiences are shared on the patients' side, so this reaches somebody here only who writes there too. */
export function experienceLabelFace(card: ExperienceLabelCard): Face {
  const { title, lines } = experienceLabelWords(card);
  return {
    title,
    pieces: [...lines.map((line) => ({ ours: line })), { small: escapeText(card.community) }],
    buttons: [],
  };
}
