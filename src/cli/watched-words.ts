import { UsageError } from "#cli/command.ts";
import type { WatchedPlace } from "#core/communities/watched/watched-places.ts";

/** Where a channel can be watched. */
export const WATCHED_PLATFORM = "discord";

/** Throws UsageError for what is no id of Discord, such as a channel of Slack. */
export function discordId(value: string, what: "channel" | "server"): string {
  if (/^\d{17,20}$/.test(value)) return value;
  throw new UsageError(
    `"${value}" is not the id of a ${what} on Discord (17 to 20 digits; right-click it there and choose Copy ID). Only channels on Discord can be watched: on Slack, Curbside reads no channel`,
  );
}

const WHY = {
  intent: "Message Content is off for the bot",
  place: "it is gone, or is no text channel of this server",
  rights: "the notice cannot be posted and pinned there",
  away: "Discord could not be asked",
} as const satisfies Record<NonNullable<WatchedPlace["trouble"]>, string>;

const day = (at: Date) => at.toISOString().slice(0, 10);

type Shown = Pick<WatchedPlace, "channelId" | "watchedAt" | "isListed" | "readSince" | "trouble">;

/** How a watched channel stands, in a line. */
export function watchedWords({ channelId, watchedAt, isListed, readSince, trouble }: Shown): string {
  const since = `  watched: channel ${channelId}, listed since ${day(watchedAt)}`;
  if (!isListed) return `  channel ${channelId}: not watched any more; its notice is still to say so`;
  if (readSince !== undefined) return `${since}, read since ${day(readSince)}, its notice is pinned`;
  if (trouble !== undefined) return `${since}, not read: ${WHY[trouble]}`;
  return `${since}, not read yet: the bot begins when its notice stands`;
}
