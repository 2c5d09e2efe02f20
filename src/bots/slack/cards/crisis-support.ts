import { SUPPORT_TITLES } from "#bots/crisis-words.ts";
import type { CrisisSupportCard } from "#core/moderation/crisis-card.ts";
import type { Face } from "../markup.ts";

export function crisisSupportFace({ text, about }: CrisisSupportCard): Face {
  return { title: SUPPORT_TITLES[about], pieces: [{ theirs: text }], buttons: [] };
}
