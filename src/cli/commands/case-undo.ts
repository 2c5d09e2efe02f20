import type { CommandInput, Outcome } from "#cli/command.ts";
import { failedLine } from "#cli/decide-several.ts";
import { asData, eachOf, exitOf } from "#cli/each-of.ts";
import { undoDecision } from "#core/moderation/decisions/undo-decision.ts";

/** Takes decisions back within 24 hours; of several, each on its own. */
export async function run(input: CommandInput): Promise<Outcome> {
  const { paint, io } = input;
  const core = await input.core();
  const actor = await input.actor();
  const [only = "", ...others] = new Set(input.args);
  if (others.length === 0) {
    const undone = await undoDecision(core, { actor, named: only });
    const waits = undone.reopened ? "The case waits again." : "What was reported since is a case of its own.";
    const told = "It holds and counts no more, and they are told; a post that was taken away stays away.";
    return {
      data: { case: only, ...undone },
      lines: [`${paint.good("Undone.")} ${told} ${waits}`],
    };
  }
  const names = [only, ...others];
  const all = await eachOf(names, io.signal, (named) => undoDecision(core, { actor, named }));
  const done = all.filter((one) => "done" in one).length;
  return {
    data: { undone: done, failed: all.length - done, cases: asData(all) },
    lines: [
      `${done} of ${names.length} decisions were undone; their cases wait again.`,
      ...all.flatMap((one) => ("failed" in one ? [failedLine(one.named, one.failed, paint)] : [])),
    ],
    exit: exitOf(all, names.length),
  };
}
