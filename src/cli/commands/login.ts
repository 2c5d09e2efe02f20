import { type CommandInput, type Outcome, UsageError } from "#cli/command.ts";
import { keepToken } from "#cli/session.ts";
import { login } from "#core/members/login.ts";

/** Trades a one-time code for a personal token, kept in the person's own configuration folder. */
export async function run(input: CommandInput): Promise<Outcome> {
  const code = input.args[0] ?? (await input.io.ask?.secret("Your one-time code"));
  if (code === undefined) throw new UsageError("The one-time code is missing");
  const { token, actor, slug } = await login(await input.core(), { code: code.trim() });
  keepToken(input.config().tokenFile, slug, token);
  return {
    data: { community: slug, member: actor.memberId, roles: actor.roles },
    lines: [`${input.paint.good("Signed in")} to ${slug} as ${actor.pseudonym} (${actor.roles.join(", ")}).`],
  };
}
