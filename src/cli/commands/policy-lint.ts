import type { CommandInput, Outcome } from "#cli/command.ts";
import { policyFilesFor } from "#cli/policy-files.ts";
import { lintPolicies } from "#core/screening/policies/lint-policies.ts";
import { policiesOf } from "#core/screening/policies/policies.ts";

/** Checks the rules for mistakes, which are refused, and for what is allowed but doubtful. */
export async function run(input: CommandInput): Promise<Outcome> {
  const { pack, own } = policyFilesFor(input);
  const files = [...pack, ...own];
  const policies = policiesOf(files);
  const doubts = lintPolicies(files, policies);
  const { paint } = input;
  const count = [...policies.rules.values()].reduce((sum, { phrases }) => sum + phrases.length, 0);
  const shadows = policies.rules.size - policies.atWork.size;
  return {
    data: {
      files: files.map(({ file }) => file),
      rules: policies.rules.size,
      shadows,
      phrases: count,
      doubts,
    },
    lines: [
      ...doubts.map(({ file, where, problem }) => paint.warn(`${file}, ${where ?? "the file"}: ${problem}`)),
      paint.good(
        `${policies.rules.size} rules${shadows === 0 ? "" : ` (${shadows} in shadow)`} with ${count} phrases in ${pack.length} default files and ${own.length} of your own; no mistakes${doubts.length === 0 ? "" : `, ${doubts.length} doubtful`}.`,
      ),
    ],
  };
}
