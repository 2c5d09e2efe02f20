import type { APIEmbed } from "discord-api-types/v10";
import { REFUSED } from "./errors.ts";
import { filesAfter, type Upload } from "./files.ts";
import { isThread, memberJson, messageJson } from "./json.ts";
import type { Application, Channel, Json, StoredMessage } from "./model.ts";
import { PERMISSION } from "./permissions.ts";
import type { World } from "./world.ts";

const COMPONENTS_V2 = 1 << 15;
/** How long Discord remembers a nonce: "the past few minutes". */
const NONCE_MS = 180_000;

interface NewMessage {
  /** The first message of a post in a forum has the post's own id. */
  readonly id?: string;
  readonly authorId: string;
  readonly body: Json;
  readonly ephemeralFor?: string;
  readonly uploads?: readonly Upload[];
}

function list(value: unknown): Json[] {
  return Array.isArray(value) ? (value as Json[]) : [];
}

/** Who a message's mentions really reach: nobody when allowed_mentions says so, everyone only with the permission. */
function pingedBy(world: World, channel: Channel, authorId: string, body: Json): string[] | "everyone" {
  const content = [String(body.content ?? ""), ...texts(list(body.components))].join("\n");
  const allowed = body.allowed_mentions as { parse?: string[]; users?: string[] } | undefined;
  const parses = (what: string) => allowed === undefined || (allowed.parse ?? []).includes(what);
  const mayAll = (world.permissions(authorId, channel) & PERMISSION.mentionEveryone) !== 0n;
  if (/@(everyone|here)/.test(content) && parses("everyone") && mayAll) return "everyone";
  const ids = [...content.matchAll(/<@!?(\d+)>/g)].map((match) => match[1] ?? "");
  return [...new Set(ids)].filter(
    (id) =>
      (parses("users") || (allowed?.users ?? []).includes(id)) &&
      world.people.has(id) &&
      world.canSee(id, channel),
  );
}

/** What text displays say, at any depth: they mention as content does. */
function texts(components: readonly Json[]): string[] {
  return components.flatMap((part) => [
    ...(part.type === 10 ? [String(part.content ?? "")] : []),
    ...texts(list(part.components)),
  ]);
}

/** Stores a message and shows it; a nonce that is known (and enforced) gives the message that stands. */
export function createMessage(
  world: World,
  channel: Channel,
  { id = world.nextId(), authorId, body, ephemeralFor, uploads = [] }: NewMessage,
): StoredMessage {
  const nonce = body.nonce === undefined || body.nonce === null ? undefined : String(body.nonce);
  const now = world.clock.now();
  if (nonce !== undefined && body.enforce_nonce === true) {
    const known = world
      .in(channel.id)
      .find(
        (one) =>
          one.authorId === authorId && one.nonce === nonce && now - one.at < world.clock.window(NONCE_MS),
      );
    if (known !== undefined) return known;
  }
  const message: StoredMessage = {
    id,
    channelId: channel.id,
    authorId,
    at: now,
    nonce,
    ephemeralFor,
    content: String(body.content ?? ""),
    embeds: list(body.embeds) as APIEmbed[],
    components: list(body.components),
    flags: Number(body.flags ?? 0),
    editedAt: undefined,
    deleted: false,
    pinned: false,
    files: filesAfter(body, { uploads }, world.nextId),
    pinged: pingedBy(world, channel, authorId, body),
  };
  world.in(channel.id).push(message);
  world.tell(message, "message");
  if (ephemeralFor === undefined) announce(world, "MESSAGE_CREATE", message);
  return message;
}

/** Replaces what is given; the rest stays. */
export function changeMessage(
  world: World,
  message: StoredMessage,
  body: Json,
  uploads: readonly Upload[] = [],
): void {
  message.files = filesAfter(body, { standing: message.files, uploads }, world.nextId);
  if (body.content !== undefined) message.content = String(body.content ?? "");
  if (body.embeds !== undefined) message.embeds = list(body.embeds) as APIEmbed[];
  if (body.components !== undefined) message.components = list(body.components);
  if (body.flags !== undefined) message.flags = keptFlags(message, Number(body.flags));
  message.editedAt = world.clock.now();
  world.tell(message, "edited");
  if (message.ephemeralFor === undefined) announce(world, "MESSAGE_UPDATE", message);
}

/** An edit may hide embeds or show them; what made the message private or built of components stays. */
function keptFlags(message: StoredMessage, flags: number): number {
  const lasting = (1 << 6) | COMPONENTS_V2;
  return (message.flags & lasting) | (flags & (COMPONENTS_V2 | (1 << 2)));
}

export function removeMessage(world: World, message: StoredMessage): void {
  message.deleted = true;
  world.tell(message, "removed");
  if (message.ephemeralFor === undefined) announce(world, "MESSAGE_DELETE", message);
}

function announce(world: World, event: string, message: StoredMessage): void {
  const channel = world.channel(message.channelId);
  for (const application of world.applications.values()) {
    const hears =
      channel.type === 12
        ? channel.members.has(application.bot.id)
        : world.canSee(application.bot.id, channel);
    if (!hears) continue;
    const to = channel.guildId === undefined ? { dm: true } : { guildId: channel.guildId };
    const gone = {
      id: message.id,
      channel_id: message.channelId,
      ...(channel.guildId === undefined ? {} : { guild_id: channel.guildId }),
    };
    const guild = world.guilds.get(channel.guildId ?? "");
    const author = world.person(message.authorId);
    // People who left the server wrote as members once; Discord then sends no member.
    const isMember = guild?.members.has(author.id) === true;
    const { user: _user, ...member } = isMember ? memberJson(world, author, guild) : {};
    const told =
      event === "MESSAGE_DELETE"
        ? gone
        : { ...messageJson(world, message, { nonce: true }), ...(isMember ? { member } : {}) };
    world.dispatch(application, event, told, to);
  }
}

/** Tells that what is pinned in a channel changed. */
export function tellPinned(world: World, channel: Channel): void {
  const { id, guildId } = channel;
  const where = guildId === undefined ? {} : { guild_id: guildId };
  world.dispatchIn(channel, "CHANNEL_PINS_UPDATE", { channel_id: id, ...where });
}

/** May the application write here now? Refuses archived and locked threads, and people who cannot be written to. */
export function requireWritable(world: World, application: Application, channel: Channel): void {
  if (channel.type === 1) {
    const person = world.person([...channel.members].find((id) => id !== application.bot.id) ?? "");
    if (!world.shareGuild(person.id, application)) throw REFUSED.noMutualGuilds();
    const closed = person.dmsClosed || person.blocked.has(application.bot.id);
    if (closed || world.faults.take("discord-dm-closed", { person: person.id }) !== undefined)
      throw REFUSED.cannotDm();
    return;
  }
  if (channel.type === 15) throw REFUSED.notText();
  const thread = isThread(channel);
  world.requireApp(application, channel, thread ? PERMISSION.sendInThreads : PERMISSION.sendMessages);
  if (!thread) return;
  if (world.faults.take("discord-thread-archived") !== undefined) channel.archived = true;
  requireAwake(world, application, channel);
}

/** An archived thread must be woken first (50083); in a locked one only who manages threads writes (160005). */
export function requireAwake(world: World, application: Application, channel: Channel): void {
  if (channel.archived) throw REFUSED.archived();
  if (channel.locked && !world.mayApp(application, channel, PERMISSION.manageThreads)) throw REFUSED.locked();
}
