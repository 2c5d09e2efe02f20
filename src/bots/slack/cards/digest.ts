import { digestWords } from "#bots/rhythm-words.ts";
import type { DigestCard } from "#core/rhythm/cards.ts";
import type { Face } from "../markup.ts";

/** It is chosen on Discord, so nobody gets it here today. */
export function digestFace(card: DigestCard): Face {
  const { title, body } = digestWords(card);
  return { title, pieces: body.map((ours) => ({ ours })), buttons: [] };
}
