import type { WebClient } from "@slack/web-api";
import { CHANNEL_NAMES, type ReadyChannel } from "#bots/channel-names.ts";
import type { WantedChannel } from "#core/communities/wanted-channels.ts";
import { type DomainError, refuse } from "#core/errors.ts";
import type { Secret } from "../../config.ts";
import { checkingClient } from "./checking-client.ts";
import { troubleOf } from "./messenger-failures.ts";

/** No workspace has more channels of ours than this many pages hold. */
const MOST_PAGES = 20;

function notMade(name: string, error: unknown): DomainError {
  const trouble = troubleOf(error);
  const { why } = trouble;
  if (why === "rejected" && trouble.what === "name_taken")
    return refuse("channel_not_made", { name, why: "taken" });
  const known = why === "forbidden" || why === "gone" || why === "rejected" || why === "signed-out";
  return refuse("channel_not_made", { name, why: known ? why : "away" });
}

async function asked<T>(name: string, request: () => Promise<T>): Promise<T> {
  try {
    return await request();
  } catch (error) {
    throw notMade(name, error);
  }
}

/** Slack says of a channel that the app is not in what it says of one that is not there. */
async function stands(client: WebClient, name: string, channel: string): Promise<boolean> {
  try {
    const { channel: there } = await client.conversations.info({ channel });
    return there?.is_member === true && there.is_archived !== true;
  } catch (error) {
    const { why } = troubleOf(error);
    if (why === "forbidden" || why === "gone") return false;
    throw notMade(name, error);
  }
}

/** A private one of our name that the app is in. */
async function named(client: WebClient, name: string, teamId: string): Promise<string | undefined> {
  let cursor: string | undefined;
  for (let page = 0; page < MOST_PAGES; page += 1) {
    const { channels = [], response_metadata: more } = await asked(name, () =>
      client.conversations.list({
        types: "private_channel",
        exclude_archived: true,
        limit: 200,
        team_id: teamId,
        ...(cursor === undefined ? {} : { cursor }),
      }),
    );
    const found = channels.find((channel) => channel.name === name && channel.is_member === true);
    if (found?.id !== undefined) return found.id;
    cursor = more?.next_cursor;
    if (cursor === undefined || cursor === "") return undefined;
  }
  return undefined;
}

/**
 * The channel of a workspace for one purpose: the linked one where the app is still in it, else the one of our name, else
 * a new private one with `withAccount` in it: nobody else could find it. Doing it again makes nothing more.
 * Refuses channel_not_made.
 */
export async function readyChannel(
  { botToken, api }: { botToken: Secret; api?: string | undefined },
  { purpose, spaceExternalId, channelExternalId }: WantedChannel,
  withAccount: string | undefined,
): Promise<ReadyChannel> {
  const name = CHANNEL_NAMES[purpose];
  const client = checkingClient(botToken.reveal(), api);
  if (channelExternalId !== undefined && (await stands(client, name, channelExternalId)))
    return { channelId: channelExternalId, how: "stands" };
  if (withAccount === undefined) throw refuse("channel_not_made", { name, why: "alone" });
  const found = await named(client, name, spaceExternalId);
  const channelId = found ?? (await made(client, name, spaceExternalId));
  await invited(client, { name, channelId, account: withAccount });
  return { channelId, how: found === undefined ? "made" : "found" };
}

async function made(client: WebClient, name: string, teamId: string): Promise<string> {
  const { channel } = await asked(name, () =>
    client.conversations.create({ name, is_private: true, team_id: teamId }),
  );
  if (channel?.id === undefined) throw refuse("channel_not_made", { name, why: "away" });
  return channel.id;
}

async function invited(
  client: WebClient,
  { name, channelId, account }: { name: string; channelId: string; account: string },
): Promise<void> {
  try {
    await client.conversations.invite({ channel: channelId, users: account });
  } catch (error) {
    const trouble = troubleOf(error);
    if (trouble.why === "rejected" && trouble.what === "already_in_channel") return;
    throw notMade(name, error);
  }
}
