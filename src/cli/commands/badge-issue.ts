import type { CommandInput, Outcome } from "#cli/command.ts";
import { issueBadge } from "#core/credentials/badge/issue-badge.ts";

/** Prints the token and nothing else, so that it can be piped; until when it holds goes to standard error. */
export async function run(input: CommandInput): Promise<Outcome> {
  const { badgeId, token, expiresAt } = await issueBadge(await input.core(), {
    actor: await input.actor(),
    credentialId: input.args[0] ?? "",
    roleOnly: input.options.roleOnly === true,
  });
  if (!input.json)
    input.io.stderr(
      input.paint.quiet(`It holds until ${expiresAt.toISOString().slice(0, 16).replace("T", " ")} UTC.\n`),
    );
  return { data: { badgeId, token, expiresAt }, lines: [token] };
}
