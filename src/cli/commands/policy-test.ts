import type { CommandInput, Outcome } from "#cli/command.ts";
import { policyFilesFor } from "#cli/policy-files.ts";
import { EXIT } from "#cli/render-error.ts";
import { checkExamples } from "#core/screening/policies/check-examples.ts";
import { policiesOf } from "#core/screening/policies/policies.ts";

/** Runs every example of the rules in force; exit 3 when one does not come out as its rule says. */
export async function run(input: CommandInput): Promise<Outcome> {
  const { pack, own } = policyFilesFor(input);
  const policies = policiesOf([...pack, ...own]);
  const { examples, failures } = checkExamples(policies);
  const { paint } = input;
  return {
    data: { rules: policies.rules.size, examples, failures },
    lines: [
      ...failures.flatMap(({ rule, file, text, expected, found }) => [
        paint.bad(`${rule} (${file}) ${expected ? "should match" : "should not match"}: ${text}`),
        paint.quiet(`  found: ${found.length === 0 ? "nothing" : found.join(", ")}`),
      ]),
      failures.length === 0
        ? paint.good(`${examples} examples of ${policies.rules.size} rules came out as they should.`)
        : `${failures.length} of ${examples} examples failed. Run \`curbside policy explain\` on a text to see why.`,
    ],
    exit: failures.length === 0 ? EXIT.done : EXIT.refused,
  };
}
