import { resolve } from "node:path";
import { revocationsIn, writePublished } from "#cli/badge-files.ts";
import type { CommandInput, Outcome } from "#cli/command.ts";
import { authorise } from "#core/access.ts";
import { revocationList } from "#core/credentials/badge/publish-badges.ts";
import { homeOf } from "../../config.ts";

/** Signs the list as it is now; it has to be published again before it runs out. */
export async function run(input: CommandInput): Promise<Outcome> {
  const actor = await input.actor();
  authorise(actor, "badge.publish");
  const made = await revocationList(await input.core(), { communityId: actor.communityId });
  const { out } = input.options;
  if (out === undefined) return { data: made, lines: [made.list] };
  const file = typeof out === "string" ? resolve(out) : revocationsIn(homeOf(input.io.env));
  writePublished(file, `${made.list}\n`);
  const { revoked, expiresAt } = made;
  return {
    data: { file, revoked, expiresAt },
    lines: [
      `${file}: ${revoked === 1 ? "1 badge is" : `${revoked} badges are`} revoked. Write it anew before ${expiresAt.toISOString().slice(0, 16).replace("T", " ")} UTC.`,
    ],
  };
}
