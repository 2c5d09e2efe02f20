import { welcomeWords } from "#bots/rhythm-words.ts";
import type { WelcomeCard } from "#core/rhythm/cards.ts";
import type { Face } from "../markup.ts";

/** Patients join on Discord, so nobody gets it here today. */
export function welcomeFace(card: WelcomeCard): Face {
  const { title, body } = welcomeWords(card);
  return { title, pieces: body.map((ours) => ({ ours })), buttons: [] };
}
