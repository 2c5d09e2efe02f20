import type { CommandInput, Outcome } from "#cli/command.ts";
import { readSecondLooks, secondLooksWords } from "#cli/second-looks.ts";
import { setSecondLooks } from "#core/communities/set-second-looks.ts";

/** How many first answers of each provider a colleague looks at from now on. */
export async function run(input: CommandInput): Promise<Outcome> {
  const secondLooks = readSecondLooks(input.args[0] ?? "", "the number");
  await setSecondLooks(await input.core(), { actor: await input.actor(), secondLooks });
  return { data: { secondLooks }, lines: [secondLooksWords(secondLooks)] };
}
