import { comparePolicies, type PartChange } from "#core/screening/policies/compare-policies.ts";
import { ALWAYS_ON } from "#core/screening/policies/override-rule.ts";
import type { Policies } from "#core/screening/policies/policies.ts";

/** What may change in a rule about danger without it finding less. */
function isSafe(part: PartChange): boolean {
  switch (part.part) {
    case "phrases":
      return part.removed.length === 0;
    case "mode":
      return part.to === "live";
    case "text":
    case "suggest":
    case "severity":
    case "mustMatch":
    case "mustNotMatch":
      return true;
    default:
      return false;
  }
}

/**
 * Rules about danger that would find less, or might: those that are gone, and those of which more changed than phrases that were
 * added. One person alone never takes away what may save a life, not for a day either.
 */
export const weakenedRules = (from: Policies, to: Policies): string[] =>
  comparePolicies(from, to)
    .rules.filter(({ id, change, parts }) => {
      const rule = from.rules.get(id);
      if (rule === undefined || rule.mode === "shadow" || !ALWAYS_ON.has(rule.kind)) return false;
      return change === "removed" || !parts.every(isSafe);
    })
    .map(({ id }) => id);
