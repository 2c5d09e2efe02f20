import { REFUSED } from "./errors.ts";
import { memberJson, userJson } from "./json.ts";
import { removeMessage } from "./messages.ts";
import type { Guild, Json } from "./model.ts";
import { outranks, PERMISSION } from "./permissions.ts";
import { type Call, guildOf, memberOf, type Route, requireInGuild, route } from "./route.ts";
import { leaveGuild } from "./scene.ts";

const LONGEST_TIMEOUT_MS = 28 * 24 * 3_600_000;
const LONGEST_DELETION_S = 7 * 24 * 3600;

/** Refuses to act on whoever stands as high as the bot: its role must be dragged above theirs. */
function requireAbove({ application }: Call, guild: Guild, personId: string): void {
  if (!outranks(guild, application.bot.id, personId)) throw REFUSED.missingPermissions();
}

/** Timeouts only; names and roles in the body are left alone. */
function changeMember(call: Call): Json {
  const { world, body } = call;
  const guild = guildOf(call);
  const until = body.communication_disabled_until;
  if (until !== undefined) requireInGuild(call, guild, PERMISSION.moderateMembers);
  const person = memberOf(call, guild);
  if (until !== undefined) {
    requireAbove(call, guild, person.id);
    const isAdministrator = (world.guildPermissions(person.id, guild) & PERMISSION.administrator) !== 0n;
    if (isAdministrator && until !== null) throw REFUSED.missingPermissions();
    pause(call, guild, person.id);
  }
  const json = memberJson(world, person, guild);
  world.dispatchTo(guild, "GUILD_MEMBER_UPDATE", { ...json, guild_id: guild.id });
  return json;
}

function pause({ world, body }: Call, guild: Guild, personId: string): void {
  const until = body.communication_disabled_until;
  if (until === null) {
    guild.timeouts.delete(personId);
    return;
  }
  const ends = Date.parse(String(until));
  if (Number.isNaN(ends) || ends - world.clock.now() > LONGEST_TIMEOUT_MS)
    throw REFUSED.form("communication_disabled_until", "Must be at most 28 days ahead.");
  guild.timeouts.set(personId, new Date(ends).toISOString());
}

function kick(call: Call): undefined {
  const guild = guildOf(call);
  requireInGuild(call, guild, PERMISSION.kickMembers);
  const person = memberOf(call, guild);
  requireAbove(call, guild, person.id);
  leaveGuild(call.world, person, guild.id);
}

/** Also somebody who is not there: they cannot come then. What they wrote lately goes where the request says so. */
function ban(call: Call): undefined {
  const { world, body } = call;
  const guild = guildOf(call);
  requireInGuild(call, guild, PERMISSION.banMembers);
  const person = world.person(call.params[1] ?? "");
  requireAbove(call, guild, person.id);
  const seconds = Number(body.delete_message_seconds ?? 0);
  if (!(Number.isInteger(seconds) && seconds >= 0 && seconds <= LONGEST_DELETION_S))
    throw REFUSED.form("delete_message_seconds", "int value should be between 0 and 604800.");
  guild.bans.add(person.id);
  const since = world.clock.now() - seconds * 1000;
  for (const channel of world.channels.values())
    if (channel.guildId === guild.id)
      for (const message of world.in(channel.id))
        if (message.authorId === person.id && !message.deleted && message.at > since)
          removeMessage(world, message);
  if (guild.members.has(person.id)) leaveGuild(world, person, guild.id);
  world.dispatchTo(guild, "GUILD_BAN_ADD", { guild_id: guild.id, user: userJson(person) });
}

function banOf(call: Call, guild: Guild): Json {
  requireInGuild(call, guild, PERMISSION.banMembers);
  const person = call.world.person(call.params[1] ?? "");
  if (!guild.bans.has(person.id)) throw REFUSED.unknownBan();
  return { reason: null, user: userJson(person) };
}

function unban(call: Call): undefined {
  const guild = guildOf(call);
  const { user } = banOf(call, guild);
  guild.bans.delete(call.params[1] ?? "");
  call.world.dispatchTo(guild, "GUILD_BAN_REMOVE", { guild_id: guild.id, user });
}

/** Pausing, removing and banning people. */
export const MODERATION_ROUTES: readonly Route[] = [
  route("PATCH /guilds/:id/members/:id", changeMember),
  route("DELETE /guilds/:id/members/:id", kick),
  route("GET /guilds/:id/bans/:id", (call) => banOf(call, guildOf(call))),
  route("PUT /guilds/:id/bans/:id", ban),
  route("DELETE /guilds/:id/bans/:id", unban),
];
