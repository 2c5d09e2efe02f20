import type { CommandInput, Outcome } from "#cli/command.ts";
import { badgeKeySet } from "#core/credentials/badge/publish-badges.ts";

/** A JSON Web Key Set, with `--json` or without. What it says is public. */
export async function run(input: CommandInput): Promise<Outcome> {
  const { communityId } = await input.actor();
  const keys = await badgeKeySet(await input.core(), { communityId });
  return { data: keys, lines: [JSON.stringify(keys, null, 2)] };
}
