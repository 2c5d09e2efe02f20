import { type APIGuildChannel, ChannelType, type GuildTextChannelType, type REST, Routes } from "discord.js";
import { CHANNEL_NAMES, type ReadyChannel } from "#bots/channel-names.ts";
import { OPEN_PURPOSES } from "#core/communities/link-channel.ts";
import type { WantedChannel } from "#core/communities/wanted-channels.ts";
import { refuse } from "#core/errors.ts";
import type { Secret } from "../../config.ts";
import { troubleOf } from "./messenger-failures.ts";
import { makeShelf } from "./ready-shelf.ts";
import { createSendingRest } from "./rest.ts";

const TIMEOUT_MS = 10_000;

type TextChannel = APIGuildChannel<GuildTextChannelType>;

async function asked<T>(name: string, request: () => Promise<unknown>): Promise<T> {
  try {
    return (await request()) as T;
  } catch (error) {
    const { why } = troubleOf(error);
    const known = why === "forbidden" || why === "gone" || why === "rejected" || why === "signed-out";
    throw refuse("channel_not_made", { name, why: known ? why : "away" });
  }
}

/** A channel that is gone is made anew; one that cannot be looked at just now is not. */
async function stands(rest: REST, name: string, channelId: string): Promise<boolean> {
  try {
    await rest.get(Routes.channel(channelId));
    return true;
  } catch (error) {
    const { why } = troubleOf(error);
    if (why === "gone") return false;
    // It is there, and the bot may not look into it: `doctor` says which right is missing.
    if (why === "forbidden") return true;
    throw refuse("channel_not_made", { name, why: why === "signed-out" ? why : "away" });
  }
}

/**
 * The channel of a server for one purpose: the linked one where it still stands, else the one of our name, else a new one.
 * One that not everybody there may read is not made: its permissions are for a person. Doing it again makes nothing more. Refuses channel_not_made.
 */
export async function readyChannel(
  { token, api }: { token: Secret; api?: string | undefined },
  { purpose, spaceExternalId, channelExternalId }: WantedChannel,
): Promise<ReadyChannel> {
  const name = CHANNEL_NAMES[purpose];
  const rest = createSendingRest({ token, api, timeoutMs: TIMEOUT_MS });
  try {
    if (channelExternalId !== undefined && (await stands(rest, name, channelExternalId)))
      return { channelId: channelExternalId, how: "stands" };
    if (!OPEN_PURPOSES.has(purpose)) throw refuse("channel_not_made", { name, why: "closed" });
    const there = await asked<TextChannel[]>(name, () => rest.get(Routes.guildChannels(spaceExternalId)));
    const type = purpose === "library" ? ChannelType.GuildForum : ChannelType.GuildText;
    const found = there.find((channel) => (channel.type as ChannelType) === type && channel.name === name);
    if (found !== undefined) return { channelId: found.id, how: "found" };
    if (purpose === "library") {
      const channelId = await asked<string>(name, () => makeShelf(rest, spaceExternalId));
      return { channelId, how: "made" };
    }
    const body = { name, type };
    const made = await asked<TextChannel>(name, () =>
      rest.post(Routes.guildChannels(spaceExternalId), { body }),
    );
    return { channelId: made.id, how: "made" };
  } finally {
    rest.clearHandlerSweeper();
    rest.clearHashSweeper();
  }
}
