import type { CommandInput, Outcome } from "#cli/command.ts";
import { proposeExport } from "#core/privacy/propose-export.ts";

/** Asks to save what is kept about a member; a second person has to agree. */
export async function run(input: CommandInput): Promise<Outcome> {
  const reason = await input.need("reason", "Why? The member is told this");
  const made = await proposeExport(await input.core(), {
    actor: await input.actor(),
    member: input.args[0] ?? "",
    reason,
  });
  return {
    data: made,
    lines: [
      `Waits for a second person until ${made.expiresAt.toISOString().slice(0, 16).replace("T", " ")} UTC. The member is told once they agree.`,
      `They run: ${input.paint.title(`curbside proposal approve ${made.proposalId}`)}`,
      `Then either of you: ${input.paint.title(`curbside export save ${made.proposalId} --to FOLDER`)}`,
    ],
  };
}
