import type { FollowUpCard } from "#core/questions/cards.ts";
import type { Face } from "../markup.ts";
import { NOT_FULLY_SCREENED } from "./triage.ts";

export function followUpFace(card: FollowUpCard): Face {
  const { pseudonym, text, edited, fullyScreened, repliesToAskBack } = card;
  const what = repliesToAskBack ? "replies" : "adds";
  return {
    title: `${pseudonym} ${what}${edited ? " (edited)" : ""}`,
    pieces: [{ theirs: text }, ...(fullyScreened ? [] : [{ ours: NOT_FULLY_SCREENED }])],
    buttons: [],
  };
}
