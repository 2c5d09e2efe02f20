import type { CrisisSupportCard } from "#core/moderation/crisis-card.ts";
import type { Face } from "../markup.ts";

export function crisisSupportFace({ text }: CrisisSupportCard): Face {
  return { title: "You matter here", pieces: [{ theirs: text }], buttons: [] };
}
