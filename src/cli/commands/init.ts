import { existsSync, mkdirSync } from "node:fs";
import type { CommandInput, Outcome } from "#cli/command.ts";
import { BRIDGE_OFF, readNewCommunity } from "#cli/new-community.ts";
import { keepToken } from "#cli/session.ts";
import { createCommunity } from "#core/communities/create-community.ts";
import { migrate } from "#core/foundation/store/migrate.ts";
import { engineOf } from "#core/foundation/store/open-store.ts";
import { createKeys } from "#core/foundation/vault/keys.ts";

/** Makes the folder, the keys, the database, the first community and its first admin, who is signed in at once. */
export async function run(input: CommandInput): Promise<Outcome> {
  const config = input.config();
  const wanted = await readNewCommunity(input);
  mkdirSync(config.home, { recursive: true, mode: 0o700 });
  if (!existsSync(config.keysFile)) createKeys(config.keysFile);
  await migrate({ engine: engineOf(config.databaseUrl), url: config.databaseUrl });
  const core = await input.core();
  const made = await createCommunity(core, wanted);
  keepToken(config.tokenFile, made.slug, made.adminToken);
  const { paint } = input;
  return {
    data: { community: made.slug, bridge: wanted.bridge, admin: made.adminMemberId },
    lines: [
      `${paint.good("Set up.")} Community ${paint.title(wanted.name)} (${made.slug}), and you are signed in as its first admin.`,
      ...(wanted.bridge === "off" ? [paint.warn(BRIDGE_OFF)] : []),
      "Next: link the server and the workspace with `curbside community link`, then `curbside community show`.",
    ],
  };
}
