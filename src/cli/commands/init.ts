import { existsSync, mkdirSync } from "node:fs";
import type { CommandInput, Outcome } from "#cli/command.ts";
import { BRIDGE_OFF, readNewCommunity } from "#cli/new-community.ts";
import { keepTokens, readTokens, writeManifests } from "#cli/platform-files.ts";
import { keepToken } from "#cli/session.ts";
import { createCommunity } from "#core/communities/create-community.ts";
import { listCommunities } from "#core/communities/list-communities.ts";
import { refuse } from "#core/errors.ts";
import { migrate } from "#core/foundation/store/migrate.ts";
import { engineOf } from "#core/foundation/store/open-store.ts";
import { createKeys } from "#core/foundation/vault/keys.ts";

/** There are keys already: then nothing is asked and nothing is made if there is a community too. */
async function requireFresh(input: CommandInput): Promise<void> {
  const { databaseUrl } = input.config();
  await migrate({ engine: engineOf(databaseUrl), url: databaseUrl });
  const [community] = await listCommunities(await input.core());
  if (community !== undefined) throw refuse("already_set_up", { community: community.name });
}

/**
 * Makes the folder, the keys, the database, the first community and its first admin, who is signed in at once; keeps the
 * tokens, and writes what each platform must be told about the app. A second run changes nothing and says so.
 */
export async function run(input: CommandInput): Promise<Outcome> {
  const config = input.config();
  if (existsSync(config.keysFile)) await requireFresh(input);
  const wanted = await readNewCommunity(input);
  const tokens = await readTokens(input);
  mkdirSync(config.home, { recursive: true, mode: 0o700 });
  if (!existsSync(config.keysFile)) createKeys(config.keysFile);
  await migrate({ engine: engineOf(config.databaseUrl), url: config.databaseUrl });
  const core = await input.core();
  const made = await createCommunity(core, wanted);
  keepToken(config.tokenFile, made.slug, made.adminToken);
  keepTokens(config, tokens);
  const files = await writeManifests(config, tokens.get("discord_token"));
  const { paint } = input;
  return {
    data: { community: made.slug, bridge: wanted.bridge, admin: made.adminMemberId, ...files },
    lines: [
      `${paint.good("Set up.")} Community ${paint.title(wanted.name)} (${made.slug}), and you are signed in as its first admin.`,
      ...(wanted.bridge === "off" ? [paint.warn(BRIDGE_OFF)] : []),
      `Slack: create an app from ${files.slackManifest}, install it, and keep its two tokens for config.yaml.`,
      files.invite === undefined
        ? `Discord: create an application as ${files.discordManifest} says; with its token, \`curbside init\` and \`curbside doctor\` can tell the rest.`
        : `Discord: add the bot to your server with ${files.invite}`,
      "Next: link the server and the workspace with `curbside community link`, then run `curbside doctor`.",
    ],
  };
}
