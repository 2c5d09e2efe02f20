import type { AdviceFinding } from "#core/errors.ts";
import { type Policies, suggestionFor } from "#core/screening/policies/policies.ts";
import { screen } from "#core/screening/screen.ts";

/** What in an outgoing text would make general information personal advice, with wording that keeps it general. */
export function checkAnswer(policies: Policies, texts: readonly string[]): AdviceFinding[] {
  const findings: AdviceFinding[] = [];
  for (const text of texts)
    for (const { kind, rule, start, end } of screen(text, { direction: "answer", policies }).signals)
      if (kind === "advice")
        findings.push({ rule, words: text.slice(start, end), suggestion: suggestionFor(policies, rule) });
  return findings;
}
