import { type APIMessage, type APIUser, type REST, Routes } from "discord.js";
import { bad, type Finding, good, warning } from "#bots/check-up.ts";
import type { WatchedPlace } from "#core/communities/watched/watched-places.ts";
import { CHECK_NETWORK, failed } from "./check-failed.ts";
import { WATCH_PERMISSIONS } from "./invite.ts";
import { missingRights, type TextChannel } from "./permissions-in.ts";
import { isNotice, says } from "./watched/notice.ts";
import { isWatchable } from "./watched/take-up.ts";

export const SWITCH_ON =
  "In the Discord Developer Portal open your application, then Bot, and switch on Message Content Intent under Privileged Gateway Intents. The bot notices by itself within a minute.";
const UNWATCH = (channelId: string) => `curbside community unwatch ${channelId}`;

/** Whether Message Content is as the channels that are watched need it. */
export function contentFinding(isOn: boolean, watched: readonly WatchedPlace[]): Finding {
  const what = "Discord intents";
  const listed = watched.filter(({ isListed }) => isListed).length;
  if (listed > 0)
    return isOn
      ? good(
          what,
          `Message Content is on, for ${listed === 1 ? "the watched channel" : "the watched channels"}`,
        )
      : bad(
          what,
          `Message Content is off, so ${listed === 1 ? "the watched channel is not read" : `${listed} watched channels are not read`}; all else works`,
          SWITCH_ON,
        );
  return good(
    what,
    isOn
      ? "Message Content is allowed for this bot; no channel is watched, so it is not asked for and can be turned off"
      : "no privileged intent, and none is needed",
  );
}

async function placeFinding(rest: REST, what: string, place: WatchedPlace): Promise<Finding> {
  const { channelId, spaceId, isListed, readSince } = place;
  if (!isListed)
    return warning(
      what,
      "it is not watched any more, and its notice is still to say so",
      "Start the bot; it changes the notice by itself.",
    );
  const channel = (await rest.get(Routes.channel(channelId))) as TextChannel;
  if (!isWatchable(channel, spaceId))
    return bad(
      what,
      "it is no text channel of the community's own server, so it is not read",
      `${UNWATCH(channelId)}, and watch a text channel.`,
    );
  const { id: selfId } = (await rest.get(Routes.user())) as APIUser;
  const missing = await missingRights(rest, selfId, channel, WATCH_PERMISSIONS);
  if (missing.length > 0)
    return bad(
      what,
      `in #${channel.name} the bot lacks: ${missing.join(", ")}. Without its notice nothing is read`,
      "Allow them for the bot's role in the channel's settings, under Permissions.",
    );
  if (readSince === undefined)
    return warning(
      what,
      `#${channel.name} is not read yet`,
      "Start the bot; it posts its notice and begins within a minute. If it runs, look into its log.",
    );
  const pinned = (await rest.get(Routes.channelPins(channelId))) as APIMessage[];
  return pinned.some((message) => isNotice(message, selfId) && says(message, "reading"))
    ? good(what, `#${channel.name} is read, and its pinned notice says so`)
    : bad(
        what,
        `in #${channel.name} no pinned notice says that it is read`,
        "Start the bot; it pins its notice by itself within a minute.",
      );
}

/** Whether each watched channel can be read, and says that it is. */
export async function watchedFindings(rest: REST, watched: readonly WatchedPlace[]): Promise<Finding[]> {
  const findings: Finding[] = [];
  for (const place of watched) {
    const what = `Discord, watched channel ${place.channelId} of ${place.community}`;
    findings.push(
      await placeFinding(rest, what, place).catch((error: unknown) =>
        failed(
          what,
          error,
          `Invite the bot there, or end the watching: ${UNWATCH(place.channelId)}. ${CHECK_NETWORK}`,
        ),
      ),
    );
  }
  return findings;
}
