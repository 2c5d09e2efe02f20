import { page } from "../args.ts";
import { ApiError } from "../errors.ts";
import type { InstalledApp, PersonRecord } from "../model.ts";
import type { Method } from "./method.ts";

function personJson(person: PersonRecord) {
  return {
    id: person.id,
    team_id: person.homeTeamId,
    name: person.name,
    real_name: person.displayName,
    deleted: false,
    is_admin: false,
    is_owner: false,
    is_bot: false,
    is_app_user: false,
    is_restricted: person.restricted,
    is_ultra_restricted: false,
    ...(person.stranger ? { is_stranger: true } : {}),
    tz: "America/New_York",
    tz_offset: -18_000,
    updated: 0,
    profile: {
      real_name: person.displayName,
      real_name_normalized: person.displayName,
      display_name: person.displayName,
      display_name_normalized: person.displayName,
      team: person.homeTeamId,
    },
  };
}

function botJson(app: InstalledApp) {
  return {
    id: app.botUserId,
    team_id: app.teamId,
    name: app.name.toLowerCase(),
    real_name: app.name,
    deleted: false,
    is_admin: false,
    is_bot: true,
    is_app_user: false,
    is_restricted: false,
    is_ultra_restricted: false,
    updated: 0,
    profile: {
      real_name: app.name,
      display_name: "",
      bot_id: app.botId,
      api_app_id: app.appId,
      team: app.teamId,
    },
  };
}

export const peopleMethods: Record<string, Method> = {
  "users.info": {
    tier: 4,
    scopes: ["users:read"],
    run({ world, app, args }) {
      const id = args.need("user");
      const person = world.people.get(id);
      if (person && app.teamIds.includes(person.teamId)) return { user: personJson(person) };
      const bot = world.appWithBot(id);
      if (bot && bot.teamId === app.teamId) return { user: botJson(bot) };
      throw new ApiError("user_not_found");
    },
  },
  "users.list": {
    tier: 2,
    scopes: ["users:read"],
    run({ world, app, args }) {
      const everybody = [
        ...world.peopleOf(app.teamId).map(personJson),
        ...world.appsOf(app.teamId).map(botJson),
      ];
      const { items, cursor } = page(args, everybody, args.limit(everybody.length || 1, 1000));
      return {
        members: items,
        cache_ts: Math.floor(world.clock.now() / 1000),
        response_metadata: { next_cursor: cursor },
      };
    },
  },
};
