import type {
  Application,
  Channel,
  Guild,
  Json,
  PersonRecord,
  Role,
  StoredFile,
  StoredMessage,
} from "./model.ts";
import type { World } from "./world.ts";

export function userJson({ id, username, displayName, bot }: PersonRecord): Json {
  return { id, username, global_name: displayName, discriminator: "0", avatar: null, bot, public_flags: 0 };
}

/** A member of a server; with a channel, as in an interaction, also what they may do there. */
export function memberJson(world: World, person: PersonRecord, guild: Guild, channel?: Channel): Json {
  const bits = channel === undefined ? undefined : world.permissions(person.id, channel);
  return {
    user: userJson(person),
    nick: null,
    avatar: null,
    roles: [...(guild.rolesOf.get(person.id) ?? [])],
    joined_at: "2026-01-01T00:00:00.000000+00:00",
    deaf: false,
    mute: false,
    flags: 0,
    pending: false,
    communication_disabled_until: guild.timeouts.get(person.id) ?? null,
    ...(bits === undefined ? {} : { permissions: String(bits) }),
  };
}

export function roleJson({ id, name, permissions, position, managed }: Role): Json {
  return {
    id,
    name,
    color: 0,
    colors: { primary_color: 0, secondary_color: null, tertiary_color: null },
    hoist: false,
    position,
    permissions: String(permissions),
    managed,
    mentionable: false,
    flags: 0,
  };
}

export function isThread({ type }: Channel): boolean {
  return type === 11 || type === 12;
}

function forumJson({ tags = [] }: Channel): Json {
  return {
    available_tags: tags.map((tag) => ({ ...tag, moderated: false, emoji_id: null, emoji_name: null })),
    default_reaction_emoji: null,
    default_sort_order: null,
    default_forum_layout: 0,
    default_auto_archive_duration: 10080,
  };
}

export function channelJson(world: World, channel: Channel): Json {
  const last = world.in(channel.id).at(-1)?.id ?? null;
  if (channel.type === 1)
    return {
      id: channel.id,
      type: 1,
      last_message_id: last,
      flags: 0,
      recipients: [...channel.members]
        .map((id) => world.person(id))
        .filter((person) => !person.bot)
        .map(userJson),
    };
  const base = {
    id: channel.id,
    type: channel.type,
    guild_id: channel.guildId,
    name: channel.name,
    last_message_id: last,
    flags: 0,
    parent_id: channel.parentId ?? null,
    rate_limit_per_user: 0,
  };
  if (channel.type === 0 || channel.type === 15)
    return {
      ...base,
      position: 0,
      permission_overwrites: channel.overwrites.map(({ id, type, allow, deny }) => ({
        id,
        type,
        allow: String(allow),
        deny: String(deny),
      })),
      nsfw: false,
      topic: null,
      ...(channel.type === 15 ? forumJson(channel) : {}),
    };
  return {
    ...base,
    owner_id: channel.ownerId,
    ...(channel.appliedTags === undefined ? {} : { applied_tags: channel.appliedTags }),
    message_count: world.in(channel.id).length,
    member_count: channel.members.size,
    thread_metadata: {
      archived: channel.archived,
      locked: channel.locked,
      invitable: channel.invitable,
      auto_archive_duration: 10080,
      archive_timestamp: "2026-01-01T00:00:00.000000+00:00",
      create_timestamp: "2026-01-01T00:00:00.000000+00:00",
    },
  };
}

function fileJson({ channelId }: StoredMessage, { id, name: filename, bytes }: StoredFile): Json {
  const url = `https://cdn.discordapp.com/attachments/${channelId}/${id}/${filename}`;
  return { id, filename, size: bytes.length, url, proxy_url: url };
}

/** A message as `reader` may see it: without the content intent, other people's words in a server are blank. */
export function messageJson(
  world: World,
  message: StoredMessage,
  { blank = false, nonce = false } = {},
): Json {
  const channel = world.channel(message.channelId);
  return {
    id: message.id,
    type: 0,
    channel_id: message.channelId,
    ...(channel.type === 1 ? { channel_type: 1 } : { guild_id: channel.guildId }),
    author: userJson(world.person(message.authorId)),
    content: blank ? "" : message.content,
    embeds: blank ? [] : message.embeds,
    components: blank ? [] : message.components,
    attachments: blank ? [] : message.files.map((file) => fileJson(message, file)),
    mentions: message.pinged === "everyone" ? [] : message.pinged.map((id) => userJson(world.person(id))),
    mention_roles: [],
    mention_everyone: message.pinged === "everyone",
    pinned: message.pinned,
    tts: false,
    timestamp: new Date(message.at).toISOString(),
    edited_timestamp: message.editedAt === undefined ? null : new Date(message.editedAt).toISOString(),
    flags: message.flags,
    ...(nonce && message.nonce !== undefined ? { nonce: message.nonce } : {}),
  };
}

/** Is this message's content hidden from an application that did not ask for the privileged content intent? */
export function isBlankFor(
  world: World,
  application: Application,
  message: StoredMessage,
  intents: number,
): boolean {
  const channel = world.channel(message.channelId);
  if ((intents & (1 << 15)) !== 0 || channel.type === 1 || message.authorId === application.bot.id)
    return false;
  return !message.content.includes(`<@${application.bot.id}>`);
}

/** A server as GUILD_CREATE tells it: other members only with the members intent, channels that the bot can see. */
export function guildJson(world: World, guild: Guild, application: Application, intents = 0): Json {
  const channels = [...world.channels.values()].filter(
    (channel) => channel.guildId === guild.id && world.canSee(application.bot.id, channel),
  );
  const told = (intents & (1 << 1)) === 0 ? [application.bot.id] : [...guild.members];
  return {
    id: guild.id,
    name: guild.name,
    owner_id: guild.ownerId,
    icon: null,
    splash: null,
    banner: null,
    description: null,
    features: [],
    emojis: [],
    stickers: [],
    roles: [...guild.roles.values()].map(roleJson),
    channels: channels
      .filter(({ type }) => type === 0 || type === 15)
      .map((channel) => channelJson(world, channel)),
    threads: channels
      .filter((channel) => isThread(channel) && !channel.archived)
      .map((channel) => channelJson(world, channel)),
    members: told.map((id) => memberJson(world, world.person(id), guild)),
    member_count: guild.members.size,
    voice_states: [],
    presences: [],
    stage_instances: [],
    guild_scheduled_events: [],
    soundboard_sounds: [],
    joined_at: "2026-01-01T00:00:00.000000+00:00",
    large: false,
    unavailable: false,
    afk_channel_id: null,
    afk_timeout: 300,
    system_channel_id: null,
    system_channel_flags: 0,
    rules_channel_id: null,
    public_updates_channel_id: null,
    safety_alerts_channel_id: null,
    verification_level: 0,
    default_message_notifications: 0,
    explicit_content_filter: 0,
    mfa_level: 0,
    nsfw_level: 0,
    premium_tier: 0,
    premium_progress_bar_enabled: false,
    preferred_locale: "en-US",
    vanity_url_code: null,
    application_id: null,
  };
}
