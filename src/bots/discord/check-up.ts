import { type APIApplication, type APIMessage, type APIUser, type REST, Routes } from "discord.js";
import { bad, clockFinding, type Finding, good, type PlaceToCheck } from "#bots/check-up.ts";
import type { WatchedPlace } from "#core/communities/watched/watched-places.ts";
import { CHECK_NETWORK, failed } from "./check-failed.ts";
import { moderationFindings } from "./check-moderation.ts";
import { shelfFinding } from "./check-shelf.ts";
import { contentFinding, watchedFindings } from "./check-watched.ts";
import type { DiscordBotOptions } from "./client.ts";
import { NEEDED_PERMISSIONS } from "./invite.ts";
import { troubleOf } from "./messenger-failures.ts";
import { missingRights, type TextChannel } from "./permissions-in.ts";
import { createSendingRest } from "./rest.ts";
import { hasContent } from "./watched/content-intent.ts";

const TIMEOUT_MS = 10_000;
const API = "https://discord.com/api";

async function channelFindings(rest: REST, selfId: string, place: PlaceToCheck): Promise<Finding[]> {
  if (place.purpose === "library") return [await shelfFinding(rest, selfId, place)];
  const what = `Discord, ${place.purpose} channel of ${place.community}`;
  try {
    const channel = (await rest.get(Routes.channel(place.channelId))) as TextChannel;
    const missing = await missingRights(rest, selfId, channel, NEEDED_PERMISSIONS);
    return [
      missing.length === 0
        ? good(what, `#${channel.name}, with every permission it needs`)
        : bad(
            what,
            `in #${channel.name} the bot lacks: ${missing.join(", ")}`,
            "Allow them for the bot's role in the channel's settings, under Permissions.",
          ),
    ];
  } catch (error) {
    return [
      failed(
        what,
        error,
        `Invite the bot again, or link another channel: curbside community link --platform discord --space ID --channel ID --purpose ${place.purpose}`,
      ),
    ];
  }
}

/** Posts a line where people ask, reads it back and removes it: what no list of permissions can promise. */
async function roundTrip(rest: REST, { channelId, community }: PlaceToCheck): Promise<Finding> {
  const what = `Discord, a message there and back in ${community}`;
  try {
    const body = {
      content: "A short check of the connection. It goes away by itself.",
      allowed_mentions: { parse: [] },
    };
    const posted = (await rest.post(Routes.channelMessages(channelId), { body })) as APIMessage;
    const read = (await rest.get(Routes.channelMessage(channelId, posted.id))) as APIMessage;
    await rest.delete(Routes.channelMessage(channelId, posted.id));
    return read.content === body.content
      ? good(what, "posted, read back and removed")
      : bad(
          what,
          "what was read back is not what was posted",
          "Look at the bots that change messages in this channel.",
        );
  } catch (error) {
    return failed(what, error, "Mend what is said above, then run this again.");
  }
}

type Options = Pick<DiscordBotOptions, "token" | "api">;

async function withRest<T>({ token, api }: Options, look: (rest: REST) => Promise<T>): Promise<T> {
  const rest = createSendingRest({ token, api, timeoutMs: TIMEOUT_MS });
  try {
    return await look(rest);
  } finally {
    rest.clearHandlerSweeper();
    rest.clearHashSweeper();
  }
}

/** Whether Discord accepts the bot's token. */
export async function checkDiscordToken(options: Options): Promise<Finding> {
  const what = "Discord token";
  return withRest(options, async (rest) => {
    try {
      const self = (await rest.get(Routes.user())) as APIUser;
      return good(what, `signed in as ${self.username}`);
    } catch (error) {
      return troubleOf(error).why === "signed-out"
        ? bad(
            what,
            "Discord does not accept it",
            "Reset it in the developer portal under Bot, and put the new one in discord_token_file.",
          )
        : failed(what, error, CHECK_NETWORK);
    }
  });
}

/** The channels that communities linked: are they there, and may the bot do there what it must? */
export async function checkDiscordPlaces(
  options: Options,
  places: readonly PlaceToCheck[],
): Promise<Finding[]> {
  return withRest(options, async (rest) => {
    try {
      const { id } = (await rest.get(Routes.user())) as APIUser;
      const findings: Finding[] = [];
      for (const place of places) findings.push(...(await channelFindings(rest, id, place)));
      return findings;
    } catch (error) {
      return [failed("Discord channels", error, CHECK_NETWORK)];
    }
  });
}

async function readApplication(rest: REST): Promise<APIApplication> {
  return (await rest.get(Routes.oauth2CurrentApplication())) as APIApplication;
}

async function intentsFinding(rest: REST, watched: readonly WatchedPlace[]): Promise<Finding> {
  try {
    return contentFinding(hasContent(await readApplication(rest)), watched);
  } catch (error) {
    return failed("Discord intents", error, CHECK_NETWORK);
  }
}

/** Everything about Discord that keeps the bot from working: token, intents, channels, permissions, clock, one message. */
export async function checkDiscord(
  options: Options,
  { places, watched }: { places: readonly PlaceToCheck[]; watched: readonly WatchedPlace[] },
  now: () => Date,
): Promise<Finding[]> {
  const token = await checkDiscordToken(options);
  if (!token.ok) return [token];
  return withRest(options, async (rest) => {
    const findings = [
      token,
      await intentsFinding(rest, watched),
      ...(await checkDiscordPlaces(options, places)),
      ...(await watchedFindings(rest, watched)),
    ];
    findings.push(...(await moderationFindings(rest, places)));
    findings.push(await clockFinding("Discord", `${options.api ?? API}/v10/gateway`, now));
    // A forum has no messages of its own.
    for (const place of places) if (place.purpose !== "library") findings.push(await roundTrip(rest, place));
    return findings;
  });
}

/** The application that a token belongs to; undefined when Discord cannot be asked. */
export async function applicationIdOf(options: Options): Promise<string | undefined> {
  return withRest(options, async (rest) => {
    try {
      return (await readApplication(rest)).id;
    } catch {
      return undefined;
    }
  });
}
