import { channelJson, guildJson, memberJson, userJson } from "./json.ts";
import type { Application, Channel, ForumTag, Guild, Json, Overwrite, PersonRecord } from "./model.ts";
import {
  DEFAULT_PERMISSIONS,
  EVERYONE_PERMISSIONS,
  MODERATOR_PERMISSIONS,
  PERMISSION,
} from "./permissions.ts";
import { list } from "./validate-values.ts";
import type { World } from "./world.ts";

/** Makes an account; `id` lets a test choose the number. Throws when it is taken. */
export function addRecord(
  world: World,
  o: { name: string; displayName?: string; bot: boolean; id?: string; locale?: string },
): PersonRecord {
  const id = o.id ?? world.nextId();
  if (world.people.has(id)) throw new Error(`person ${id} exists`);
  const record: PersonRecord = {
    id,
    username: o.name,
    displayName: o.displayName ?? o.name,
    bot: o.bot,
    locale: o.locale ?? "en-US",
    dmsClosed: false,
    blocked: new Set(),
  };
  world.people.set(id, record);
  return record;
}

export function addApplication(
  world: World,
  o: { name: string; token: string; allowedPrivilegedIntents?: number },
): { applicationId: string; botUserId: string } {
  const bot = addRecord(world, { name: o.name, bot: true });
  const application: Application = {
    id: world.nextId(),
    name: o.name,
    token: o.token,
    bot,
    allowedPrivilegedIntents: o.allowedPrivilegedIntents ?? 0,
    revoked: false,
    identifies: 0,
    nextIdentifyAt: 0,
    commands: [],
    guildCommands: new Map(),
  };
  world.applications.set(application.id, application);
  return { applicationId: application.id, botUserId: bot.id };
}

/** Makes a server with its @everyone role and an owner. */
export function addGuild(world: World, o: { name: string; everyone?: bigint }): { guildId: string } {
  const id = world.nextId();
  const owner = addRecord(world, { name: `${o.name} owner`, bot: false });
  const permissions = o.everyone ?? EVERYONE_PERMISSIONS;
  world.guilds.set(id, {
    id,
    name: o.name,
    ownerId: owner.id,
    members: new Set([owner.id]),
    installed: new Set(),
    roles: new Map([[id, { id, name: "@everyone", permissions, position: 0, managed: false }]]),
    rolesOf: new Map(),
    timeouts: new Map(),
    bans: new Set(),
    filters: new Map(),
  });
  return { guildId: id };
}

/** Opens a thread, with whoever opens it in it, and tells those who may see it. */
export function addThread(
  world: World,
  parent: Channel,
  o: {
    ownerId: string;
    name: string;
    isPrivate: boolean;
    invitable?: boolean;
    appliedTags?: readonly string[];
  },
): Channel {
  const thread: Channel = {
    id: world.nextId(),
    type: o.isPrivate ? 12 : 11,
    guildId: parent.guildId,
    parentId: parent.id,
    name: o.name,
    overwrites: [],
    ownerId: o.ownerId,
    invitable: o.isPrivate && o.invitable !== false,
    members: new Set([o.ownerId]),
    archived: false,
    locked: false,
    ...(o.appliedTags === undefined ? {} : { appliedTags: o.appliedTags }),
  };
  world.channels.set(thread.id, thread);
  world.dispatchIn(thread, "THREAD_CREATE", { ...channelJson(world, thread), newly_created: true });
  return thread;
}

export function guildIn(world: World, guildId: string): Guild {
  const guild = world.guilds.get(guildId);
  if (guild === undefined) throw new Error(`no server has the id ${guildId}`);
  return guild;
}

export function applicationIn(world: World, applicationId: string): Application {
  const application = world.applications.get(applicationId);
  if (application === undefined) throw new Error(`no application has the id ${applicationId}`);
  return application;
}

/** A new role stands at the bottom of the others, as Discord makes it; `top` is where an owner would drag it. */
export function addRole(
  world: World,
  o: { guildId: string; name: string; permissions?: bigint; managed?: boolean; top?: boolean },
): { roleId: string } {
  const id = world.nextId();
  const { permissions = 0n, managed = false, top = false } = o;
  const { roles } = guildIn(world, o.guildId);
  const position = top ? roles.size : 1;
  for (const role of roles.values()) if (role.position >= position) role.position += 1;
  roles.set(id, { id, name: o.name, permissions, position, managed });
  return { roleId: id };
}

/** The bot joins with a role of its own that has these permissions, beside what @everyone may. */
export function installApplication(
  world: World,
  o: { guildId: string; applicationId: string; permissions?: bigint },
): void {
  const guild = guildIn(world, o.guildId);
  const application = applicationIn(world, o.applicationId);
  const { permissions = DEFAULT_PERMISSIONS } = o;
  const { roleId } = addRole(world, {
    guildId: guild.id,
    name: application.name,
    permissions,
    managed: true,
  });
  guild.installed.add(application.id);
  guild.members.add(application.bot.id);
  guild.rolesOf.set(application.bot.id, new Set([roleId]));
  world.dispatch(application, "GUILD_CREATE", guildJson(world, guild, application), { guildId: guild.id });
}

/** The bot is removed from the server; it is told so and reaches nothing there any more. */
export function removeApplication(world: World, o: { guildId: string; applicationId: string }): void {
  const guild = guildIn(world, o.guildId);
  const application = applicationIn(world, o.applicationId);
  guild.installed.delete(application.id);
  guild.members.delete(application.bot.id);
  for (const roleId of guild.rolesOf.get(application.bot.id) ?? []) guild.roles.delete(roleId);
  guild.rolesOf.delete(application.bot.id);
  world.dispatch(application, "GUILD_DELETE", { id: guild.id }, { guildId: guild.id });
}

export function addChannel(
  world: World,
  o: {
    guildId: string;
    name: string;
    overwrites?: readonly Overwrite[];
    hiddenFromEveryone?: boolean;
    /** Makes it a forum with these tags. */
    forum?: readonly ForumTag[];
  },
): Channel {
  guildIn(world, o.guildId);
  const hidden: Overwrite = { id: o.guildId, type: 0, allow: 0n, deny: PERMISSION.viewChannel };
  const channel: Channel = {
    id: world.nextId(),
    type: o.forum === undefined ? 0 : 15,
    guildId: o.guildId,
    parentId: undefined,
    name: o.name,
    overwrites: [...(o.overwrites ?? []), ...(o.hiddenFromEveryone === true ? [hidden] : [])],
    ownerId: undefined,
    invitable: false,
    members: new Set(),
    archived: false,
    locked: false,
    ...(o.forum === undefined ? {} : { tags: o.forum }),
  };
  world.channels.set(channel.id, channel);
  world.dispatchIn(channel, "CHANNEL_CREATE", channelJson(world, channel));
  return channel;
}

/** Overwrites as they stand in a request. */
export function overwritesOf(value: unknown): Overwrite[] {
  return list(value).map(({ id, type, allow, deny }) => ({
    id: String(id),
    type: Number(type) === 1 ? 1 : 0,
    allow: BigInt(String(allow ?? "0")),
    deny: BigInt(String(deny ?? "0")),
  }));
}

/** Somebody joins a server; `moderates` gives them the server's moderator role. */
export function joinGuild(world: World, person: PersonRecord, guildId: string, moderates: boolean): void {
  const guild = guildIn(world, guildId);
  if (guild.bans.has(person.id)) throw new Error(`${person.displayName} is banned from ${guild.name}`);
  guild.members.add(person.id);
  if (moderates) {
    const known = [...guild.roles.values()].find(({ name }) => name === "Moderator")?.id;
    const permissions = MODERATOR_PERMISSIONS;
    const roleId = known ?? addRole(world, { guildId, name: "Moderator", permissions }).roleId;
    guild.rolesOf.set(person.id, new Set([roleId]));
  }
  const joined: Json = { ...memberJson(world, person, guild), guild_id: guildId };
  world.dispatchTo(guild, "GUILD_MEMBER_ADD", joined);
}

/** Somebody leaves; they lose their roles and their place in the server's threads. */
export function leaveGuild(world: World, person: PersonRecord, guildId: string): void {
  const guild = guildIn(world, guildId);
  guild.members.delete(person.id);
  guild.rolesOf.delete(person.id);
  for (const channel of world.channels.values())
    if (channel.guildId === guildId) channel.members.delete(person.id);
  world.dispatchTo(guild, "GUILD_MEMBER_REMOVE", { guild_id: guildId, user: userJson(person) });
}
