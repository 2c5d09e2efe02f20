import { REST, Routes } from "discord.js";
import { unwatchChannel } from "#core/communities/watched/unwatch-channel.ts";
import { watchChannel } from "#core/communities/watched/watch-channel.ts";
import type { Core } from "#core/core.ts";
import { PERMISSION } from "#sandbox/discord/permissions.ts";
import type { DiscordPerson } from "#sandbox/discord/person.ts";
import { type Rig, rig, TOKEN, until } from "../rig.ts";

export interface WatchedRig extends Rig {
  readonly chatId: string;
}

export const NOW_READ = "A program reads what is written here";
export const READ_NO_MORE = "Curbside does not read here any more";

/** The community with a channel where members talk. */
export async function chatRig(options: Parameters<typeof rig>[0] = {}): Promise<WatchedRig> {
  const it = await rig(options);
  const { channelId: chatId } = it.discord.addChannel({ guildId: it.guildId, name: "general" });
  return { ...it, chatId };
}

export const watch = (it: Rig, externalId: string) =>
  watchChannel(it.core, { actor: it.admin, platform: "discord", externalId });

export const unwatch = (it: Rig, externalId: string) =>
  unwatchChannel(it.core, { actor: it.admin, platform: "discord", externalId });

/** The titles of Curbside's notices that are pinned in a channel. */
export const pinnedIn = (it: Rig, channelId: string) =>
  it.discord
    .messages(channelId)
    .filter(({ pinned, deleted }) => pinned && !deleted)
    .map(({ embeds }) => embeds[0]?.title);

/** All that stands in a channel by the bot, pinned or not. */
export const noticesIn = (it: Rig, channelId: string) =>
  it.discord
    .messages(channelId)
    .filter(({ embeds, deleted }) => !deleted && embeds.length > 0)
    .map(({ embeds }) => embeds[0]?.title);

export async function isRead(it: Rig, channelId: string): Promise<void> {
  await until(() => pinnedIn(it, channelId).includes(NOW_READ));
  await until(async () => {
    const rows = await it.core.db.watchedChannel.findMany();
    return rows.length > 0 && rows.every(({ readSince }) => readSince !== null);
  });
}

export async function watched(options: Parameters<typeof rig>[0] = {}): Promise<WatchedRig> {
  const it = await chatRig({ content: true, ...options });
  await watch(it, it.chatId);
  await isRead(it, it.chatId);
  return it;
}

/** A rule of Curbside's in the server's own filter, which tells the chat channel. */
export const filterFor = (it: WatchedRig, kindName: string, keyword: string) =>
  filterNamed(it, `Curbside: ${kindName} [0123abcd]`, keyword);

/** A rule of any name in the server's own filter. */
export async function filterNamed(it: WatchedRig, name: string, keyword: string): Promise<void> {
  const { roles } = it.discord.guild(it.guildId);
  for (const role of roles.values())
    if (role.managed) roles.set(role.id, { ...role, permissions: role.permissions | PERMISSION.manageGuild });
  const rest = new REST({ api: it.discord.apiUrl, retries: 0 }).setToken(TOKEN);
  await rest.post(Routes.guildAutoModerationRules(it.guildId), {
    body: {
      name,
      event_type: 1,
      trigger_type: 1,
      trigger_metadata: { keyword_filter: [keyword] },
      actions: [{ type: 2, metadata: { channel_id: it.chatId } }],
      enabled: true,
    },
  });
}

/** Everything in the database but when each watched channel was last looked at, as one text for each table. */
export async function database({ db }: Pick<Core, "db">): Promise<Record<string, string>> {
  // What stands in a virtual table stands in the tables beside it.
  const tables = (await db.$queryRaw`
    SELECT name FROM sqlite_master WHERE type = 'table' AND sql NOT LIKE 'CREATE VIRTUAL%'`) as {
    name: string;
  }[];
  const whole: Record<string, string> = {};
  for (const { name } of tables) {
    const rows = (await db.$queryRawUnsafe(`SELECT * FROM "${name}"`)) as Record<string, unknown>[];
    whole[name] = JSON.stringify(rows, (key, value: unknown) => {
      if (key === "readTo") return undefined;
      if (typeof value === "bigint") return String(value);
      return value instanceof Uint8Array ? Buffer.from(value).toString("hex") : value;
    });
  }
  return whole;
}

export const direct = (person: DiscordPerson) =>
  JSON.stringify(person.screen().filter(({ place }) => place === "dm"));

/** That something does not happen: long enough for a message to be heard, stored and answered. */
export const aWhile = () => new Promise((resolve) => setTimeout(resolve, 600));
