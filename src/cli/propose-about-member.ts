import type { CommandInput, Outcome } from "#cli/command.ts";
import type { Actor } from "#core/access.ts";
import type { Core } from "#core/core.ts";

type Propose = (
  core: Core,
  about: { actor: Actor; member: string; reason: string },
) => Promise<{ readonly proposalId: string; readonly expiresAt: Date }>;

/** Proposes an act about the member that the command names, with its reason; `then` is what comes after the second yes. */
export async function proposeAboutMember(
  input: CommandInput,
  propose: Propose,
  then: (proposalId: string) => readonly string[] = () => [],
): Promise<Outcome> {
  const reason = await input.need("reason", "Why? The member is told this");
  const made = await propose(await input.core(), {
    actor: await input.actor(),
    member: input.args[0] ?? "",
    reason,
  });
  const until = made.expiresAt.toISOString().slice(0, 16).replace("T", " ");
  return {
    data: made,
    lines: [
      `Waits for a second person until ${until} UTC. The member is told once they agree.`,
      `They run: ${input.paint.title(`curbside proposal approve ${made.proposalId}`)}`,
      ...then(made.proposalId),
    ],
  };
}
