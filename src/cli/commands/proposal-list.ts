import type { CommandInput, Outcome } from "#cli/command.ts";
import { listProposals } from "#core/proposals/list-proposals.ts";

/** What waits for a second person. */
export async function run(input: CommandInput): Promise<Outcome> {
  const open = await listProposals(await input.core(), { actor: await input.actor() });
  return {
    data: open,
    lines:
      open.length === 0
        ? ["Nothing waits for a second person."]
        : open.map(
            ({ proposalId, act, subject, proposedBy, expiresAt }) =>
              `${proposalId}  ${act} for ${subject}, proposed by ${proposedBy}, until ${expiresAt.toISOString().slice(0, 10)}`,
          ),
  };
}
