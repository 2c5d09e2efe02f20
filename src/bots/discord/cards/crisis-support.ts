import type { CrisisSupportCard } from "#core/moderation/crisis-card.ts";
import { escapeText, type Face } from "../markup.ts";

const TITLES = {
  raised: "You matter here",
  "somebody-is-here": "A person from the team is here",
  "nobody-yet": "We are still looking for a person",
} as const satisfies Record<CrisisSupportCard["about"], string>;

export function crisisSupportFace({ text, about }: CrisisSupportCard): Face {
  return {
    title: TITLES[about],
    body: escapeText(text),
    buttons: [{ verb: "help-now", subject: "all", label: "Get help now" }],
  };
}
