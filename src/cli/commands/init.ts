import { existsSync, mkdirSync } from "node:fs";
import { type CommandInput, type Outcome, textOption, UsageError } from "#cli/command.ts";
import { keepToken } from "#cli/session.ts";
import { createCommunity } from "#core/communities/create-community.ts";
import { migrate } from "#core/foundation/store/migrate.ts";
import { engineOf } from "#core/foundation/store/open-store.ts";
import { createKeys } from "#core/foundation/vault/keys.ts";
import { crisisLinesFor } from "#core/screening/crisis-lines.ts";

const TREATS_QUESTION =
  "Is the Slack workspace under a BAA, or does its team treat these patients? (yes or no)";

function yesOrNo(value: string, option: string): boolean {
  const answer = value.trim().toLowerCase();
  if (answer === "yes" || answer === "y") return true;
  if (answer === "no" || answer === "n") return false;
  throw new UsageError(`--${option} must be yes or no, not "${value}"`);
}

async function countryOf(input: CommandInput): Promise<string> {
  const country = (await input.need("country", "Which country are most members in? (two letters)"))
    .trim()
    .toUpperCase();
  if (!/^[A-Z]{2}$/.test(country))
    throw new UsageError(`--country must be two letters such as US or GB, not "${country}"`);
  if (crisisLinesFor(country) === undefined)
    throw new UsageError(
      `Curbside knows no crisis lines for ${country} yet, so it cannot be opened for that country`,
    );
  return country;
}

/** Makes the folder, the keys, the database, the first community and its first admin, who is signed in at once. */
export async function run(input: CommandInput): Promise<Outcome> {
  const config = input.config();
  const name = await input.need("name", "What is the community called?");
  const country = await countryOf(input);
  const admin = await input.need("admin", "Your name here, as moderators will see it");
  const treats = yesOrNo(await input.need("treatsThesePatients", TREATS_QUESTION), "treats-these-patients");
  const promise = Number(textOption(input.options, "promiseHours") ?? "72");
  if (!Number.isInteger(promise) || promise < 1 || promise > 336)
    throw new UsageError("--promise-hours must be a whole number from 1 to 336");
  mkdirSync(config.home, { recursive: true, mode: 0o700 });
  if (!existsSync(config.keysFile)) createKeys(config.keysFile);
  await migrate({ engine: engineOf(config.databaseUrl), url: config.databaseUrl });
  const core = await input.core();
  const bridge = treats ? "off" : "on";
  const made = await createCommunity(core, {
    name,
    country,
    promiseHours: promise,
    bridge,
    adminPseudonym: admin,
  });
  keepToken(config.tokenFile, made.slug, made.adminToken);
  const { paint } = input;
  return {
    data: { community: made.slug, bridge, admin: made.adminMemberId },
    lines: [
      `${paint.good("Set up.")} Community ${paint.title(name)} (${made.slug}), and you are signed in as its first admin.`,
      ...(treats
        ? [
            paint.warn(
              "The bridge stays off: a workspace under a BAA, or one that treats these patients, must not be used to write to them.",
            ),
          ]
        : []),
      "Next: link the server and the workspace with `curbside community link`, then `curbside community show`.",
    ],
  };
}
