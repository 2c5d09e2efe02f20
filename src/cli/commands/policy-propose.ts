import { momentOf } from "#cli/case-words.ts";
import type { CommandInput, Outcome } from "#cli/command.ts";
import { policyChangeLines } from "#cli/policy-changes.ts";
import { draftOf, draftWords, filesInForce, wantedFiles } from "#cli/policy-files.ts";
import { authorise } from "#core/access.ts";
import { type ProposedPolicies, proposePolicies } from "#core/moderation/policies/propose-policies.ts";
import { lintPolicies } from "#core/screening/policies/lint-policies.ts";
import { policyFilesWith } from "#core/screening/policies/load-policies.ts";
import type { PackSource } from "#core/screening/policies/pack.ts";
import type { Policies } from "#core/screening/policies/policies.ts";
import { PolicyError } from "#core/screening/policies/policy-file.ts";

/** What is allowed and yet doubtful, in one's own files. */
function doubtsOf(files: readonly PackSource[], policies: Policies) {
  const own = new Set(files.map(({ file }) => file));
  return lintPolicies(policyFilesWith(files), policies).filter(({ file }) => own.has(file));
}

/** What is in force and cannot be opened any more can be replaced, by a whole draft only. */
const noneForDraft =
  ({ args }: CommandInput) =>
  (error: unknown): [] => {
    if (args.length === 0 && error instanceof PolicyError) return [];
    throw error;
  };

function nextLines(input: CommandInput, { proposalId, expiresAt }: ProposedPolicies): string[] {
  const { paint } = input;
  if (proposalId === undefined || expiresAt === undefined)
    return ["Nothing to propose: these files are in force."];
  const until = momentOf(expiresAt);
  return [
    input.options.now === true
      ? paint.warn(
          `In force now, by you alone. It is over at ${until} unless a second person confirms it; then the rules from before are back.`,
        )
      : `Waits for a second person until ${until}. Nothing is in force yet.`,
    `They run: ${paint.title(`curbside proposal show ${proposalId}`)}, then ${paint.title(`curbside proposal approve ${proposalId}`)}`,
  ];
}

/** Proposes other own files, after their mistakes and examples were looked at; with --now they hold at once, for a day. */
export async function run(input: CommandInput): Promise<Outcome> {
  const core = await input.core();
  const actor = await input.actor();
  authorise(actor, "policy.propose");
  const held = (await filesInForce(input).catch(noneForDraft(input))) ?? draftOf(input);
  const files = wantedFiles(input, held);
  const proposed = await proposePolicies(core, { actor, files, atOnce: input.options.now === true });
  const { from, to, changes } = proposed.change;
  const { paint } = input;
  const doubts = doubtsOf(files, to);
  const differs = draftWords(files, draftOf(input));
  const ruleOf = (id: string) => to.rules.get(id) ?? from.rules.get(id);
  return {
    data: {
      proposalId: proposed.proposalId ?? null,
      expiresAt: proposed.expiresAt ?? null,
      inForce: proposed.proposalId !== undefined && input.options.now === true,
      ...changes,
      doubts,
    },
    lines: [
      ...doubts.map(({ file, where, problem }) => paint.warn(`${file}, ${where ?? "the file"}: ${problem}`)),
      ...policyChangeLines(changes, { ruleOf, paint }),
      ...(differs === undefined
        ? []
        : [paint.quiet(`policies/ in CURBSIDE_HOME is another draft: ${differs}.`)]),
      ...nextLines(input, proposed),
    ],
  };
}
