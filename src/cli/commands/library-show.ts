import type { CommandInput, Outcome } from "#cli/command.ts";
import { entryArgument, entryScreen } from "#cli/library-words.ts";
import { showEntry } from "#core/library/show-entry.ts";

/** One answer of the library; never who asked. */
export async function run(input: CommandInput): Promise<Outcome> {
  const number = entryArgument(input);
  const entry = await showEntry(await input.core(), { actor: await input.actor(), number });
  return { data: entry, lines: entryScreen(entry, input.paint) };
}
