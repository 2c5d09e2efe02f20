import type { Rule } from "./policies.ts";
import { linesOf, type OverrideEntry, type RuleKind } from "./policy-file.ts";

/** Kinds whose rules keep people safe: they grow and are never weakened. */
export const ALWAYS_ON: ReadonlySet<RuleKind> = new Set<RuleKind>(["crisis", "emergency", "method"]);

/** Whether a change may silence a rule; that danger brings help is checked with all rules. */
const weakens = ({ unless, score, action }: OverrideEntry, { kind }: Rule): boolean =>
  unless !== undefined || score !== undefined || (kind === "method" && action !== undefined);

/** Why a rule cannot be changed so; undefined when it can. */
export function whyUnchangeable(rule: Rule, change: OverrideEntry): string | undefined {
  const { kind } = rule;
  if (!ALWAYS_ON.has(kind)) return undefined;
  if (change.off === true)
    return `a rule of kind ${kind} keeps people safe and cannot be off; add to it with alsoMatch`;
  if (change.mode === "shadow" && rule.mode === "live")
    return `a rule of kind ${kind} keeps people safe and cannot be put in shadow`;
  if (change.match !== undefined) return `what a rule of kind ${kind} finds can only grow: use alsoMatch`;
  if (weakens(change, rule))
    return `what may weaken a rule of kind ${kind} (unless, score, action) cannot be changed`;
  return undefined;
}

/** The rule as it is after the change of a file. */
export function overridden(rule: Rule, change: OverrideEntry, file: string): Rule {
  return {
    ...rule,
    mode: change.mode ?? rule.mode,
    severity: change.severity ?? rule.severity,
    action: change.action ?? rule.action,
    text: change.text ?? rule.text,
    suggest: change.suggest ?? rule.suggest,
    score: change.score ?? rule.score,
    unless: change.unless ?? rule.unless,
    phrases: [
      ...(change.match === undefined ? rule.phrases : linesOf(change.match)),
      ...linesOf(change.alsoMatch ?? ""),
    ],
    mustMatch: [...(change.match === undefined ? rule.mustMatch : []), ...(change.mustMatch ?? [])],
    mustNotMatch: [...rule.mustNotMatch, ...(change.mustNotMatch ?? [])],
    changedBy: file,
  };
}
