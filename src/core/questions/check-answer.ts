import type { AdviceFinding } from "#core/errors.ts";
import type { Policies } from "#core/screening/policies/policies.ts";
import { suggestionFor } from "#core/screening/policies/suggestion-for.ts";
import { screen } from "#core/screening/screen.ts";

/** The fields of an answer as the one text that they are read as. */
export const asOneText = (texts: readonly string[]): string => texts.filter((part) => part !== "").join("\n");

/**
 * What in an outgoing text would make general information personal advice, with wording that keeps it general. The fields
 * of an answer are read as one text: a few words alone say too little.
 */
export function checkAnswer(policies: Policies, texts: readonly string[]): AdviceFinding[] {
  const text = asOneText(texts);
  return screen(text, { direction: "answer", policies })
    .signals.filter(({ kind }) => kind === "advice")
    .map(({ rule, start, end }) => ({
      rule,
      words: text.slice(start, end),
      suggestion: suggestionFor(policies, rule),
    }));
}
