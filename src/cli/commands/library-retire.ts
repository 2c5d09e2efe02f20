import type { CommandInput, Outcome } from "#cli/command.ts";
import { entryArgument } from "#cli/library-words.ts";
import { retireEntry } from "#core/library/retire-entry.ts";

/** Takes an answer out for good. */
export async function run(input: CommandInput): Promise<Outcome> {
  const named = { number: entryArgument(input) };
  const { number } = await retireEntry(await input.core(), { actor: await input.actor(), named });
  return {
    data: { number, state: "retired" },
    lines: [`${input.paint.good("Retired.")} Nobody finds answer ${number} any more.`],
  };
}
