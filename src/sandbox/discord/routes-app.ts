import { REFUSED } from "./errors.ts";
import { channelJson, userJson } from "./json.ts";
import type { Application, Json } from "./model.ts";
import { type Call, guildOf, type Route, route } from "./route.ts";
import { checkCommands } from "./validate-commands.ts";
import { list } from "./validate-values.ts";
import type { World } from "./world.ts";

const IDENTIFIES_A_DAY = 1000;

function withIds(
  world: World,
  application: Application,
  commands: readonly Json[],
  guildId?: string,
): Json[] {
  checkCommands(commands);
  const before =
    guildId === undefined ? application.commands : (application.guildCommands.get(guildId) ?? []);
  return commands.map((command) => {
    const type = command.type ?? 1;
    const known = before.find((one) => one.name === command.name && one.type === type);
    return {
      description: "",
      options: [],
      default_member_permissions: null,
      nsfw: false,
      ...command,
      type,
      id: known?.id ?? world.nextId(),
      application_id: application.id,
      version: world.nextId(),
      ...(guildId === undefined ? {} : { guild_id: guildId }),
    };
  });
}

function own({ application, params }: Call): Application {
  if (params[0] !== application.id) throw REFUSED.missingAccess();
  return application;
}

/** With the application's id first and the server's second, as these routes have them. */
function guildIdOf(call: Call): string {
  return guildOf({ ...call, params: call.params.slice(1) }).id;
}

function gatewayInformation({ gateway, application: { identifies } }: Call): Json {
  const remaining = Math.max(0, IDENTIFIES_A_DAY - identifies);
  return {
    url: gateway.url(),
    shards: 1,
    session_start_limit: { total: IDENTIFIES_A_DAY, remaining, reset_after: 86_400_000, max_concurrency: 1 },
  };
}

/** Which privileged intents are on, as bots in fewer than a hundred servers have them. */
function flagsOf({ allowedPrivilegedIntents: allowed }: Application): number {
  const presence = (allowed & (1 << 8)) !== 0 ? 1 << 13 : 0;
  const members = (allowed & (1 << 1)) !== 0 ? 1 << 15 : 0;
  const content = (allowed & (1 << 15)) !== 0 ? 1 << 19 : 0;
  return presence | members | content;
}

function applicationJson({ application }: Call): Json {
  const { id, name, bot } = application;
  return {
    id,
    name,
    icon: null,
    description: "",
    bot_public: false,
    bot_require_code_grant: false,
    flags: flagsOf(application),
    verify_key: "",
    bot: userJson(bot),
  };
}

function saveCommands(call: Call, commands: readonly Json[]): Json[] {
  const application = own(call);
  application.commands = withIds(call.world, application, commands);
  return application.commands;
}

function saveGuildCommands(call: Call, commands: readonly Json[]): Json[] {
  const application = own(call);
  const guildId = guildIdOf(call);
  const saved = withIds(call.world, application, commands, guildId);
  application.guildCommands.set(guildId, saved);
  return saved;
}

/** Who the app is, its commands, and direct conversations. */
export const APP_ROUTES: readonly Route[] = [
  route("GET /gateway", ({ gateway }) => ({ url: gateway.url() })),
  route("GET /gateway/bot", gatewayInformation),
  route("GET /users/@me", ({ application }) => userJson(application.bot)),
  route("GET /users/:id", ({ world, params }) => userJson(world.person(params[0] ?? ""))),
  route("GET /oauth2/applications/@me", applicationJson),
  route("GET /applications/@me", applicationJson),
  route("POST /users/@me/channels", ({ world, application, body }) => {
    const person = world.person(String(body.recipient_id));
    if (person.bot) throw REFUSED.cannotDm();
    return channelJson(world, world.directChannel(person.id, application));
  }),
  route("GET /applications/:id/commands", (call) => own(call).commands),
  route("PUT /applications/:id/commands", (call) => saveCommands(call, list(call.body.list))),
  route("POST /applications/:id/commands", (call) => {
    const others = own(call).commands.filter(({ name }) => name !== call.body.name);
    return saveCommands(call, [...others, call.body]).at(-1);
  }),
  route(
    "GET /applications/:id/guilds/:id/commands",
    (call) => own(call).guildCommands.get(guildIdOf(call)) ?? [],
  ),
  route("PUT /applications/:id/guilds/:id/commands", (call) => saveGuildCommands(call, list(call.body.list))),
];
