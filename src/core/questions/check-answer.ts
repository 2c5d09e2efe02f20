import type { AdviceFinding } from "#core/errors.ts";
import { screen } from "#core/screening/screen.ts";
import { suggestionFor } from "#core/screening/signals/rules-advice.ts";

/** What in an outgoing text would make general information personal advice, with wording that keeps it general. */
export function checkAnswer(texts: readonly string[]): AdviceFinding[] {
  const findings: AdviceFinding[] = [];
  for (const text of texts)
    for (const { kind, rule, start, end } of screen(text, { direction: "answer" }).signals)
      if (kind === "advice")
        findings.push({ rule, words: text.slice(start, end), suggestion: suggestionFor(rule) });
  return findings;
}
