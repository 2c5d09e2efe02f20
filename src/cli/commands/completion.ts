import { fileURLToPath } from "node:url";
import { SHELLS } from "#cli/choices.ts";
import { type CommandInput, type Outcome, UsageError } from "#cli/command.ts";
import { completionScript } from "#cli/completion/scripts.ts";

/** Prints what the shell reads; needs nobody signed in. What it completes is asked at each Tab, so an upgrade changes it too. */
export async function run({ args: [asked] }: CommandInput): Promise<Outcome> {
  const shell = SHELLS.find((known) => known === asked);
  if (shell === undefined) throw new UsageError(`The shell is one of ${SHELLS.join(", ")}, not "${asked}"`);
  const answer = fileURLToPath(import.meta.resolve("#cli/completion/answer.ts"));
  const script = completionScript(shell, [process.execPath, ...process.execArgv, answer]);
  return { data: { shell, script }, lines: [script.trimEnd()] };
}
