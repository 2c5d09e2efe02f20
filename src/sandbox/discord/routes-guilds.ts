import { REFUSED } from "./errors.ts";
import { tagsOf } from "./forums.ts";
import { channelJson, guildJson, isThread, memberJson, roleJson } from "./json.ts";
import type { Channel, Guild, Json } from "./model.ts";
import { PERMISSION } from "./permissions.ts";
import { type Call, guildOf, memberOf, type Route, requireInGuild, route } from "./route.ts";
import { addChannel, overwritesOf } from "./scene.ts";
import { between } from "./validate-values.ts";

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
  const type = call.body.type ?? 0;
  if (type !== 0 && type !== 15)
    throw REFUSED.form("type", "The stand-in makes text channels and forums only.");
  const overwrites = overwritesOf(call.body.permission_overwrites);
  // Nobody allows or denies in a channel what they do not have themselves.
  const own = call.world.guildPermissions(call.application.bot.id, guild);
  if (overwrites.some(({ allow, deny }) => ((allow | deny) & ~own) !== 0n))
    throw REFUSED.missingPermissions();
  const forum = type === 15 ? { forum: tagsOf(call.world, call.body.available_tags) } : {};
  return channelJson(call.world, addChannel(call.world, { guildId: guild.id, name, overwrites, ...forum }));
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
  route("GET /guilds/:id/roles", (call) => [...guildOf(call).roles.values()].map(roleJson)),
  route("GET /guilds/:id/members/:id", (call) => {
    const guild = guildOf(call);
    return memberJson(call.world, memberOf(call, guild), guild);
  }),
  route("PUT /guilds/:id/members/:id/roles/:id", (call) => changeRole(call, true)),
  route("DELETE /guilds/:id/members/:id/roles/:id", (call) => changeRole(call, false)),
];
