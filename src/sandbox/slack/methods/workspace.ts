import { liveMessage, memberChannel } from "../channels.ts";
import { ApiError } from "../errors.ts";
import type { Method } from "./method.ts";

export const workspaceMethods: Record<string, Method> = {
  "auth.test": {
    tier: "special",
    run({ world, app }) {
      const { name, domain } = world.workspace(app.teamId);
      return {
        url: `https://${domain}.slack.com/`,
        team: name,
        user: app.name.toLowerCase(),
        team_id: app.teamId,
        user_id: app.botUserId,
        bot_id: app.botId,
        is_enterprise_install: app.enterpriseId !== null,
      };
    },
  },
  "apps.connections.open": {
    tier: 1,
    token: "app",
    run: ({ sockets, app }) => ({ url: sockets.ticketUrl(app) }),
  },
  "team.info": {
    tier: 3,
    scopes: ["team:read"],
    run({ world, app }) {
      const { teamId, name, domain } = world.workspace(app.teamId);
      return { team: { id: teamId, name, domain, email_domain: "", url: `https://${domain}.slack.com/` } };
    },
  },
  "bots.info": {
    tier: 3,
    scopes: ["users:read"],
    run({ world, app, args }) {
      const id = args.text("bot") || app.botId;
      const bot = world.appsOf(app.teamId).find((one) => one.botId === id);
      if (!bot) throw new ApiError("bot_not_found");
      return {
        bot: {
          id: bot.botId,
          app_id: bot.appId,
          user_id: bot.botUserId,
          name: bot.name,
          deleted: false,
          updated: 0,
        },
      };
    },
  },
  "reactions.add": {
    tier: 3,
    scopes: ["reactions:write"],
    run({ world, app, args }) {
      const name = args.need("name");
      if (!/^[a-z0-9_+'-]+(::skin-tone-[2-6])?$/.test(name)) throw new ApiError("invalid_name");
      const channel = memberChannel(world, app, args.need("channel"));
      const message = liveMessage(channel, args.need("timestamp"));
      if (!message) throw new ApiError("message_not_found");
      const reaction = message.reactions.find((one) => one.name === name);
      if (reaction?.users.includes(app.botUserId)) throw new ApiError("already_reacted");
      if (reaction) reaction.users.push(app.botUserId);
      else message.reactions.push({ name, users: [app.botUserId] });
      world.changed();
      return {};
    },
  },
};
