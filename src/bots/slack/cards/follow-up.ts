import type { FollowUpCard } from "#core/questions/cards.ts";
import type { Face } from "../markup.ts";

export function followUpFace({ pseudonym, text, edited, repliesToAskBack }: FollowUpCard): Face {
  const what = repliesToAskBack ? "replies" : "adds";
  return {
    title: `${pseudonym} ${what}${edited ? " (edited)" : ""}`,
    pieces: [{ theirs: text }],
    buttons: [],
  };
}
