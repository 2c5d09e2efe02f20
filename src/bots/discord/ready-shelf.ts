import {
  type APIGuildForumChannel,
  type APIGuildMember,
  type APIRole,
  type APIUser,
  ChannelType,
  PermissionFlagsBits,
  type REST,
  Routes,
  ThreadAutoArchiveDuration,
} from "discord.js";
import { CHANNEL_NAMES } from "#bots/channel-names.ts";
import { SHELF_PERMISSIONS } from "./invite.ts";
import { missingTags, SHELF_TAGS, TAG_LIMITS } from "./shelf-tags.ts";

const { SendMessages, SendMessagesInThreads, CreatePublicThreads } = PermissionFlagsBits;
/** What nobody else does on the shelf: posts of others would read as answers that were checked. */
const OURS = SendMessages | SendMessagesInThreads | CreatePublicThreads;
const ROLE = 0;
const MEMBER = 1;

const GUIDELINES =
  "Answers by volunteers with checked credentials, kept for everybody. General information: nobody here is your own doctor. To ask something yourself, type /ask.";

/** What the bot may do in the whole server: nobody gives or takes in a channel what they do not have. */
async function ownRights(rest: REST, guildId: string, selfId: string): Promise<bigint> {
  const member = (await rest.get(Routes.guildMember(guildId, selfId))) as APIGuildMember;
  const roles = (await rest.get(Routes.guildRoles(guildId))) as APIRole[];
  const bits = roles
    .filter(({ id }) => id === guildId || member.roles.includes(id))
    .reduce((sum, { permissions }) => sum | BigInt(permissions), 0n);
  return (bits & PermissionFlagsBits.Administrator) === 0n ? bits : ~0n;
}

/** Makes the forum in which nobody else writes, with its tags. The bot keeps there what it has in the server. */
export async function makeShelf(rest: REST, guildId: string): Promise<string> {
  const { id: selfId } = (await rest.get(Routes.user())) as APIUser;
  const own = await ownRights(rest, guildId, selfId);
  const needed = SHELF_PERMISSIONS.reduce((sum, [, bit]) => sum | bit, 0n);
  const body = {
    name: CHANNEL_NAMES.library,
    type: ChannelType.GuildForum,
    topic: GUIDELINES,
    available_tags: SHELF_TAGS.map((name) => ({ name })),
    default_auto_archive_duration: ThreadAutoArchiveDuration.OneWeek,
    permission_overwrites: [
      { id: guildId, type: ROLE, allow: "0", deny: String(OURS & own) },
      { id: selfId, type: MEMBER, allow: String(needed & own), deny: "0" },
    ],
  };
  return ((await rest.post(Routes.guildChannels(guildId), { body })) as APIGuildForumChannel).id;
}

/** Adds the tags that are missing, as far as there is room for them; what others made stays. */
export async function mendTags(rest: REST, channelId: string): Promise<void> {
  const forum = (await rest.get(Routes.channel(channelId))) as APIGuildForumChannel;
  if (forum.type !== ChannelType.GuildForum) return;
  const there = forum.available_tags;
  const missing = missingTags(there).slice(0, TAG_LIMITS.inForum - there.length);
  if (missing.length === 0) return;
  const body = { available_tags: [...there, ...missing.map((name) => ({ name }))] };
  await rest.patch(Routes.channel(channelId), { body });
}
