import { type CommandInput, type Outcome, textOption, UsageError } from "#cli/command.ts";
import { entryLine } from "#cli/library-words.ts";
import { ENTRY_STATES } from "#core/library/library-entry.ts";
import { listEntries } from "#core/library/list-entries.ts";

/** The answers of the library, and what waits to become one. */
export async function run(input: CommandInput): Promise<Outcome> {
  const asked = textOption(input.options, "state");
  const state = ENTRY_STATES.find((known) => known === asked);
  if (asked !== undefined && state === undefined)
    throw new UsageError(`--state must be one of ${ENTRY_STATES.join(", ")}, not "${asked}"`);
  const entries = await listEntries(await input.core(), {
    actor: await input.actor(),
    ...(state === undefined ? {} : { state }),
  });
  return {
    data: entries,
    lines: entries.length === 0 ? ["Nothing yet."] : entries.map((entry) => entryLine(entry, input.paint)),
  };
}
