import type { CommandInput, Outcome } from "#cli/command.ts";
import type { Actor } from "#core/access.ts";
import type { Core } from "#core/core.ts";

type Propose = (
  core: Core,
  about: { actor: Actor; member: string; reason: string },
) => Promise<{ readonly proposalId: string; readonly expiresAt: Date }>;

interface Words {
  /** What is asked where no reason was given. */
  readonly ask?: string;
  /** What becomes of it. */
  readonly told?: string;
  /** What comes after the second yes. */
  readonly next?: (proposalId: string) => readonly string[];
}

/** Proposes an act about the member that the command names, with its reason. */
export async function proposeAboutMember(
  input: CommandInput,
  propose: Propose,
  {
    ask = "Why? The member is told this",
    told = "The member is told once they agree.",
    next = () => [],
  }: Words = {},
): Promise<Outcome> {
  const reason = await input.need("reason", ask);
  const made = await propose(await input.core(), {
    actor: await input.actor(),
    member: input.args[0] ?? "",
    reason,
  });
  const until = made.expiresAt.toISOString().slice(0, 16).replace("T", " ");
  return {
    data: made,
    lines: [
      `Waits for a second person until ${until} UTC. ${told}`,
      `They run: ${input.paint.title(`curbside proposal approve ${made.proposalId}`)}`,
      ...next(made.proposalId),
    ],
  };
}
