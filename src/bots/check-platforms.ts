import { channelAddress } from "#core/communities/channel-address.ts";
import { linkedPlaces } from "#core/communities/linked-places.ts";
import { listCommunities } from "#core/communities/list-communities.ts";
import { watchedPlaces } from "#core/communities/watched/watched-places.ts";
import type { Core } from "#core/core.ts";
import type { Config } from "../config.ts";
import { bad, type Finding, type PlaceToCheck } from "./check-up.ts";

const PURPOSES = ["ask", "intake", "moderation", "crisis", "library"] as const;

async function placesOf(core: Core, platform: string): Promise<PlaceToCheck[]> {
  const places: PlaceToCheck[] = [];
  for (const { communityId, name } of await listCommunities(core))
    for (const purpose of PURPOSES) {
      const at = await channelAddress(core, { communityId, purpose });
      if (at?.platform === platform) places.push({ community: name, purpose, channelId: at.channelId });
    }
  return places;
}

const discordCheckUp = () => import("./discord/check-up.ts");
const slackCheckUp = () => import("./slack/check-up.ts");

function missing({ discord, slack }: Config): Finding[] {
  const none = (token: string, setting: string) =>
    bad(token, "none is configured", `Put it in a file and name that in ${setting}.`);
  return [
    ...(discord === null ? [none("Discord token", "discord_token_file")] : []),
    ...(slack === null ? [none("Slack bot token", "slack_bot_token_file")] : []),
  ];
}

/** The tokens alone, which is quick: with one that is refused nothing can work. */
export async function checkTokens(config: Config): Promise<Finding[]> {
  const { discord, slack } = config;
  const [onDiscord, onSlack] = await Promise.all([
    discord === null ? [] : [await (await discordCheckUp()).checkDiscordToken(discord)],
    slack === null ? [] : (await slackCheckUp()).checkSlackToken(slack),
  ]);
  return [...missing(config), ...onDiscord, ...onSlack];
}

/** Why a platform could not be started, as far as that can be told. */
export async function checkSignIn(config: Config): Promise<Finding[]> {
  const { slack } = config;
  const onSlack = slack === null ? [] : await (await slackCheckUp()).checkSlackIntake(slack);
  return [...(await checkTokens(config)), ...onSlack];
}

/** Every channel that a community linked. */
export async function checkPlaces(core: Core, { discord, slack }: Config): Promise<Finding[]> {
  const onDiscord =
    discord === null
      ? []
      : await (await discordCheckUp()).checkDiscordPlaces(discord, await placesOf(core, "discord"));
  const onSlack =
    slack === null ? [] : await (await slackCheckUp()).checkSlackPlaces(slack, await placesOf(core, "slack"));
  return [...onDiscord, ...onSlack];
}

/** How the filter of each patients' server stands. */
async function filterFindings(core: Core, discord: NonNullable<Config["discord"]>): Promise<Finding[]> {
  const { checkFilter } = await import("./discord/automod/check-filter.ts");
  const findings: Finding[] = [];
  for (const { communityId, name: community } of await listCommunities(core))
    for (const { spaceId } of await linkedPlaces(core, { communityId, platform: "discord" }))
      findings.push(await checkFilter(discord, { community, spaceId }));
  return findings;
}

/** All there is to look at, with a message there and back. */
export async function checkPlatforms(core: Core, config: Config): Promise<Finding[]> {
  const { discord, slack } = config;
  const now = () => core.clock.now();
  const findings = missing(config);
  if (discord !== null) {
    const known = {
      places: await placesOf(core, "discord"),
      watched: await watchedPlaces(core, { platform: "discord" }),
    };
    const found = await (await discordCheckUp()).checkDiscord(discord, known, now);
    findings.push(...found, ...(found[0]?.ok === true ? await filterFindings(core, discord) : []));
  }
  if (slack !== null)
    findings.push(...(await (await slackCheckUp()).checkSlack(slack, await placesOf(core, "slack"), now)));
  return findings;
}
