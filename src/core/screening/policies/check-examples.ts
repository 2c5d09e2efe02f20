import { screen } from "../screen.ts";
import type { Policies, Rule } from "./policies.ts";

/** An example of a rule that did not come out as the rule says. */
export interface FailedExample {
  readonly rule: string;
  readonly file: string;
  readonly text: string;
  /** Whether the rule should have been found. */
  readonly expected: boolean;
  /** What was found instead of it, by rule and kind. */
  readonly found: readonly string[];
}

function failuresOf(policies: Policies, rule: Rule): FailedExample[] {
  const direction = rule.direction === "answer" ? "answer" : "inbound";
  const failures: FailedExample[] = [];
  const tested = rule.mode === "shadow" ? policies.trial : policies;
  const run = (text: string, expected: boolean) => {
    const { signals } = screen(text, { direction, policies: tested });
    if (signals.some((signal) => signal.rule === rule.id && signal.kind === rule.kind) === expected) return;
    const found = signals.map((signal) => `${signal.rule} (${signal.kind})`);
    failures.push({ rule: rule.id, file: rule.changedBy ?? rule.file, text, expected, found });
  };
  for (const text of rule.mustMatch) run(text, true);
  for (const text of rule.mustNotMatch) run(text, false);
  return failures;
}

/** Runs the examples of every rule, one in shadow as if it were live, through the whole screening; gives those that fail. */
export function checkExamples(policies: Policies): { examples: number; failures: FailedExample[] } {
  const rules = [...policies.rules.values()];
  return {
    examples: rules.reduce((sum, rule) => sum + rule.mustMatch.length + rule.mustNotMatch.length, 0),
    failures: rules.flatMap((rule) => failuresOf(policies, rule)),
  };
}
