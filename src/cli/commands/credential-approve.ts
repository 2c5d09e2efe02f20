import type { CommandInput, Outcome } from "#cli/command.ts";
import { approveProposal } from "#core/proposals/approve-proposal.ts";

export async function run(input: CommandInput): Promise<Outcome> {
  const proposalId = input.args[0] ?? "";
  const approved = await approveProposal(await input.core(), { actor: await input.actor(), proposalId });
  return {
    data: { proposalId, ...approved },
    lines: [`${input.paint.good("Approved.")} The credential stands from now on.`],
  };
}
