import { caseScreen } from "#cli/case-screen.ts";
import { type CommandInput, type Outcome, screenWidth } from "#cli/command.ts";
import { showCase } from "#core/moderation/cases/show-case.ts";

/** All of a case, texts in full. */
export async function run(input: CommandInput): Promise<Outcome> {
  const core = await input.core();
  const shown = await showCase(core, { actor: await input.actor(), named: input.args[0] ?? "" });
  const columns = screenWidth(input.io);
  const view = { now: core.clock.now(), paint: input.paint, columns, rules: core.rules(), all: true };
  return { data: shown, lines: caseScreen(shown, view) };
}
