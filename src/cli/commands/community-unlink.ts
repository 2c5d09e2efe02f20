import { type CommandInput, type Outcome, UsageError } from "#cli/command.ts";
import { unlinkShelf } from "#core/communities/unlink-shelf.ts";

/** Only the library does without a channel: everything else needs a place. */
export async function run(input: CommandInput): Promise<Outcome> {
  const [purpose = ""] = input.args;
  if (purpose !== "library")
    throw new UsageError(
      "Only the library's channel can be unlinked; link another one for what else there is",
    );
  await unlinkShelf(await input.core(), { actor: await input.actor() });
  return {
    data: { purpose },
    lines: [
      `${input.paint.good("Unlinked")} the library's channel. Its posts are removed while Curbside runs.`,
    ],
  };
}
