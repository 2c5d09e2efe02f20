import type { CommandInput, Outcome } from "#cli/command.ts";
import { entryArgument } from "#cli/library-words.ts";
import { mergeEntries } from "#core/library/merge-entries.ts";

/** Two answers say the same: the second one leads to the first from now on. */
export async function run(input: CommandInput): Promise<Outcome> {
  const into = entryArgument(input);
  const from = entryArgument(input, 1);
  await mergeEntries(await input.core(), { actor: await input.actor(), into, from });
  return {
    data: { number: from, mergedInto: into },
    lines: [`${input.paint.good("Merged.")} Who looks for answer ${from} finds answer ${into}.`],
  };
}
