import { REFUSED } from "./errors.ts";
import type { Upload } from "./files.ts";
import type { Gateway } from "./gateway.ts";
import type { Application, Channel, Guild, Json, PersonRecord } from "./model.ts";
import type { World } from "./world.ts";

export interface Call {
  readonly world: World;
  readonly gateway: Gateway;
  readonly application: Application;
  readonly params: readonly string[];
  readonly query: URLSearchParams;
  readonly body: Json;
  /** Files that came with it. */
  readonly uploads: readonly Upload[];
}

/** What a route answers; undefined is 204. */
export type Answer = Json | Json[] | undefined;

export interface Route {
  readonly method: string;
  readonly path: RegExp;
  /** Counts as sending: the faults of sending, random ones too, apply. */
  readonly sends?: true;
  /** Interaction endpoints need no bot token and stand outside the global limit. */
  readonly open?: true;
  /** How many requests in how many milliseconds, for each value of the first parameter. */
  readonly limit: readonly [count: number, ms: number];
  run(call: Call): Answer;
}

const SHAPE = /^(GET|POST|PUT|PATCH|DELETE) (.+)$/;

/** A route from `METHOD /path/:id`; each `:id` becomes a parameter. */
export function route(
  shape: string,
  run: Route["run"],
  { limit = [50, 1000], ...more }: { limit?: Route["limit"]; sends?: true; open?: true } = {},
): Route {
  const [, method = "", pattern = ""] = SHAPE.exec(shape) ?? [];
  return { method, path: new RegExp(`^${pattern.replaceAll(":id", "([^/]+)")}$`), run, limit, ...more };
}

/** The channel of the first parameter; refuses what the bot cannot see. */
export function channelOf({ world, application, params }: Call): Channel {
  const channel = world.channel(params[0] ?? "");
  if (!world.canSee(application.bot.id, channel)) throw REFUSED.missingAccess();
  return channel;
}

/** The server of the first parameter; one that the bot is not in is unknown to it. */
export function guildOf({ world, application, params }: Call): Guild {
  const guild = world.guilds.get(params[0] ?? "");
  if (guild === undefined) throw REFUSED.unknownGuild();
  if (!guild.installed.has(application.id)) throw REFUSED.missingAccess();
  return guild;
}

/** The member of the second parameter. */
export function memberOf({ world, params }: Call, guild: Guild): PersonRecord {
  const person = world.person(params[1] ?? "");
  if (!guild.members.has(person.id)) throw REFUSED.unknownMember();
  return person;
}

/** Refuses without this permission in the server as a whole. */
export function requireInGuild({ world, application }: Call, guild: Guild, bit: bigint): void {
  if ((world.guildPermissions(application.bot.id, guild) & bit) === 0n) throw REFUSED.missingPermissions();
}
