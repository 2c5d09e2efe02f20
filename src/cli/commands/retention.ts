import { times } from "#cli/case-words.ts";
import { hanging } from "#cli/columns.ts";
import { type CommandInput, type Outcome, screenWidth } from "#cli/command.ts";
import { retention } from "#core/privacy/retention.ts";

/** What is kept for how long, and why; needs nobody signed in, and no database. */
export async function run({ io, paint }: CommandInput): Promise<Outcome> {
  const kept = retention();
  const width = Math.min(100, screenWidth(io));
  return {
    data: kept,
    lines: kept.flatMap(({ what, until, days, because }) => [
      paint.title(what),
      ...hanging("  ", days === undefined ? until : `${until}: ${times(days, "day")}`, width),
      ...hanging("  ", because, width),
    ]),
  };
}
