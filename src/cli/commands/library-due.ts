import type { CommandInput, Outcome } from "#cli/command.ts";
import { entryLine } from "#cli/library-words.ts";
import { dueEntries } from "#core/library/list-entries.ts";

/** What somebody has to look at again, now or within a month. */
export async function run(input: CommandInput): Promise<Outcome> {
  const entries = await dueEntries(await input.core(), { actor: await input.actor() });
  return {
    data: entries,
    lines:
      entries.length === 0
        ? ["Nothing is due within a month."]
        : entries.map((entry) => entryLine(entry, input.paint)),
  };
}
