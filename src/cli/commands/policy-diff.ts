import type { CommandInput, Outcome } from "#cli/command.ts";
import { policyChangeLines } from "#cli/policy-changes.ts";
import { twoPacksFor } from "#cli/policy-files.ts";
import { comparePolicies } from "#core/screening/policies/compare-policies.ts";

/** What changed files of policies change, rule by rule. It needs nobody signed in, and no database where nothing is set up. */
export async function run(input: CommandInput): Promise<Outcome> {
  const { from, to, says } = await twoPacksFor(input);
  const changes = comparePolicies(from, to);
  const { paint } = input;
  const ruleOf = (id: string) => to.rules.get(id) ?? from.rules.get(id);
  return {
    data: changes,
    lines: [paint.quiet(`What changes: ${says}.`), ...policyChangeLines(changes, { ruleOf, paint })],
  };
}
