import type { CommandInput, Outcome } from "#cli/command.ts";
import { proposeErasure } from "#core/privacy/propose-erasure.ts";

/** Asks to erase a member who wished for it; a second person has to agree. */
export async function run(input: CommandInput): Promise<Outcome> {
  const reason = await input.need("reason", "Why? The second person reads this; it is erased too");
  const made = await proposeErasure(await input.core(), {
    actor: await input.actor(),
    member: input.args[0] ?? "",
    reason,
  });
  return {
    data: made,
    lines: [
      `Waits for a second person until ${made.expiresAt.toISOString().slice(0, 16).replace("T", " ")} UTC. Nothing is erased before.`,
      `They run: ${input.paint.title(`curbside proposal approve ${made.proposalId}`)}`,
      input.paint.quiet(
        "Nobody can undo it then. The member gets a receipt, and you see nothing of what was erased.",
      ),
    ],
  };
}
