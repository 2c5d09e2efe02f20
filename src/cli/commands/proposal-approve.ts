import type { CommandInput, Outcome } from "#cli/command.ts";
import { actWords, afterWords } from "#cli/proposal-words.ts";
import { approveProposal } from "#core/proposals/approve-proposal.ts";

/** The second person's yes, to any act. */
export async function run(input: CommandInput): Promise<Outcome> {
  const proposalId = input.args[0] ?? "";
  const approved = await approveProposal(await input.core(), { actor: await input.actor(), proposalId });
  return {
    data: { proposalId, ...approved },
    lines: [
      `${input.paint.good("Approved")} as the second person: ${actWords(approved.act)}.`,
      ...afterWords(approved.act, proposalId).map((line) => input.paint.quiet(line)),
    ],
  };
}
