import type { CommandInput, Outcome } from "#cli/command.ts";
import { showIdentity } from "#core/moderation/identity/show-identity.ts";

/** Which accounts are a member's, for one of the two who agreed, for a quarter of an hour. */
export async function run(input: CommandInput): Promise<Outcome> {
  const shown = await showIdentity(await input.core(), {
    actor: await input.actor(),
    proposalId: input.args[0] ?? "",
  });
  const { pseudonym, accounts, until } = shown;
  return {
    data: shown,
    lines: [
      `${pseudonym} is, until ${until.toISOString().slice(11, 16)} UTC:`,
      ...accounts.map(({ platform, accountId }) => `  ${platform} account ${accountId}`),
      input.paint.quiet("This look is in the audit record, and the member was told."),
    ],
  };
}
