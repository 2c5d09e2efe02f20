import { REFUSED } from "./errors.ts";
import { channelJson, guildJson, isThread, memberJson, roleJson } from "./json.ts";
import type { Channel, Guild, Json, PersonRecord } from "./model.ts";
import { PERMISSION } from "./permissions.ts";
import { type Call, guildOf, type Route, requireInGuild, route } from "./route.ts";
import { addChannel, overwritesOf } from "./scene.ts";
import { between } from "./validate-values.ts";

const LONGEST_TIMEOUT_MS = 28 * 24 * 3_600_000;

function memberOf(call: Call, guild: Guild): PersonRecord {
  const person = call.world.person(call.params[1] ?? "");
  if (!guild.members.has(person.id)) throw REFUSED.unknownMember();
  return person;
}

function channelsOf({ world, application }: Call, guild: Guild): Channel[] {
  return [...world.channels.values()].filter(
    (channel) => channel.guildId === guild.id && world.canSee(application.bot.id, channel),
  );
}

function createChannel(call: Call): Json {
  const guild = guildOf(call);
  requireInGuild(call, guild, PERMISSION.manageChannels);
  const name = String(call.body.name ?? "");
  between("name", name.length, 1, 100);
  if ((call.body.type ?? 0) !== 0) throw REFUSED.form("type", "The stand-in makes text channels only.");
  const overwrites = overwritesOf(call.body.permission_overwrites);
  return channelJson(call.world, addChannel(call.world, { guildId: guild.id, name, overwrites }));
}

function changeRole(call: Call, give: boolean): undefined {
  const guild = guildOf(call);
  requireInGuild(call, guild, PERMISSION.manageRoles);
  const person = memberOf(call, guild);
  const role = guild.roles.get(call.params[2] ?? "");
  if (role === undefined || role.id === guild.id) throw REFUSED.unknownRole();
  if (role.managed) throw REFUSED.missingPermissions();
  const roles = guild.rolesOf.get(person.id) ?? new Set();
  if (give) roles.add(role.id);
  else roles.delete(role.id);
  guild.rolesOf.set(person.id, roles);
  call.world.dispatchTo(guild, "GUILD_MEMBER_UPDATE", {
    ...memberJson(call.world, person, guild),
    guild_id: guild.id,
  });
}

/** Timeouts only; names and roles in the body are left alone. */
function changeMember(call: Call): Json {
  const { world, body } = call;
  const guild = guildOf(call);
  const person = memberOf(call, guild);
  const until = body.communication_disabled_until;
  if (until !== undefined) {
    requireInGuild(call, guild, PERMISSION.moderateMembers);
    const theirs = world.guildPermissions(person.id, guild);
    if (guild.ownerId === person.id || (theirs & PERMISSION.administrator) !== 0n)
      throw REFUSED.missingPermissions();
    if (until === null) guild.timeouts.delete(person.id);
    else {
      const ends = Date.parse(String(until));
      if (Number.isNaN(ends) || ends - world.clock.now() > LONGEST_TIMEOUT_MS)
        throw REFUSED.form("communication_disabled_until", "Must be at most 28 days ahead.");
      guild.timeouts.set(person.id, new Date(ends).toISOString());
    }
  }
  const json = memberJson(world, person, guild);
  world.dispatchTo(guild, "GUILD_MEMBER_UPDATE", { ...json, guild_id: guild.id });
  return json;
}

/** Servers, their channels, members and roles. */
export const GUILD_ROUTES: readonly Route[] = [
  route("GET /guilds/:id", (call) => guildJson(call.world, guildOf(call), call.application)),
  route("GET /guilds/:id/channels", (call) =>
    channelsOf(call, guildOf(call))
      .filter((channel) => !isThread(channel))
      .map((channel) => channelJson(call.world, channel)),
  ),
  route("POST /guilds/:id/channels", createChannel),
  route("GET /guilds/:id/threads/active", (call) => ({
    threads: channelsOf(call, guildOf(call))
      .filter((channel) => isThread(channel) && !channel.archived)
      .map((channel) => channelJson(call.world, channel)),
    members: [],
  })),
  route("GET /guilds/:id/roles", (call) => {
    const guild = guildOf(call);
    return [...guild.roles.values()].map((role) => roleJson(role, guild));
  }),
  route("GET /guilds/:id/members/:id", (call) => {
    const guild = guildOf(call);
    return memberJson(call.world, memberOf(call, guild), guild);
  }),
  route("PATCH /guilds/:id/members/:id", changeMember),
  route("PUT /guilds/:id/members/:id/roles/:id", (call) => changeRole(call, true)),
  route("DELETE /guilds/:id/members/:id/roles/:id", (call) => changeRole(call, false)),
];
