import type { TakenBackCard } from "#core/questions/cards.ts";
import type { Face } from "../markup.ts";

export function takenBackFace({ number, removed }: TakenBackCard): Face {
  const lines = removed.map(
    ({ platform, place, count, state }) => `• ${platform}, ${place}: ${count}, ${state}`,
  );
  return {
    title: `Question ${number} was taken back`,
    pieces: [{ ours: [...lines, "Someone may already have read it."].join("\n") }],
    buttons: [],
  };
}
