import type { FollowUpCard } from "#core/questions/cards.ts";
import { escapeText, type Face } from "../markup.ts";

export function followUpFace({ pseudonym, text, edited, repliesToAskBack }: FollowUpCard): Face {
  const what = repliesToAskBack ? "answered your question" : "wrote";
  return {
    title: `${escapeText(pseudonym)} ${what}${edited ? " (edited)" : ""}`,
    body: escapeText(text),
    buttons: [],
  };
}
