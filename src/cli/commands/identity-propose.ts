import type { CommandInput, Outcome } from "#cli/command.ts";
import { proposeReveal } from "#core/moderation/identity/propose-reveal.ts";

/** Asks to see which account is a member's; a second person has to agree. */
export async function run(input: CommandInput): Promise<Outcome> {
  const reason = await input.need("reason", "Why? The member is told this");
  const made = await proposeReveal(await input.core(), {
    actor: await input.actor(),
    member: input.args[0] ?? "",
    reason,
  });
  return {
    data: made,
    lines: [
      `Waits for a second person until ${made.expiresAt.toISOString().slice(0, 16).replace("T", " ")} UTC. The member is told once they agree.`,
      `They run: ${input.paint.title(`curbside proposal approve ${made.proposalId}`)}`,
    ],
  };
}
