import { INVITABLE } from "#cli/choices.ts";
import { type CommandInput, type Outcome, textOption, UsageError } from "#cli/command.ts";
import { inviteMember } from "#core/members/invite-member.ts";

/** Prints the one-time code once; only its keyed hash is stored. */
export async function run(input: CommandInput): Promise<Outcome> {
  const asked = textOption(input.options, "role") ?? "admin";
  const role = INVITABLE.find((known) => known === asked);
  if (role === undefined)
    throw new UsageError(`--role must be one of ${INVITABLE.join(", ")}, not "${asked}"`);
  const pseudonym = input.args[0] ?? "";
  const { code, expiresAt } = await inviteMember(await input.core(), {
    actor: await input.actor(),
    pseudonym,
    role,
  });
  return {
    data: { code, role, expiresAt },
    lines: [
      `Give ${pseudonym} this code: ${input.paint.title(code)}`,
      `They run \`curbside login\` with it before ${expiresAt.toISOString()}. It works once.`,
    ],
  };
}
