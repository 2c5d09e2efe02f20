import { momentOf } from "#cli/case-words.ts";
import type { CommandInput, Outcome } from "#cli/command.ts";
import { proposalWords } from "#cli/proposal-words.ts";
import { listProposals } from "#core/proposals/list-proposals.ts";

/** What waits for a second person. */
export async function run(input: CommandInput): Promise<Outcome> {
  const open = await listProposals(await input.core(), { actor: await input.actor() });
  return {
    data: open,
    lines:
      open.length === 0
        ? ["Nothing waits for a second person."]
        : open.map((one) => `${one.proposalId}  ${proposalWords(one)}, until ${momentOf(one.expiresAt)}`),
  };
}
