import { page } from "../args.ts";
import { channelFor, channelJson, memberChannel } from "../channels.ts";
import { ApiError } from "../errors.ts";
import { joinChannel, removeFromChannel } from "../membership.ts";
import type { Channel } from "../model.ts";
import type { Call, Method } from "./method.ts";

const READ = ["channels:read", "groups:read", "im:read"];
const TYPE_OF = { channel: "public_channel", group: "private_channel", im: "im" } as const;
const SCOPE_OF = { channel: "channels:read", group: "groups:read", im: "im:read" } as const;
const NAME = /^[\p{Ll}\p{Lo}\p{N}_-]{1,80}$/u;

function refuseWithoutScope({ app }: Call, needed: string): void {
  if (!app.scopes.has(needed)) {
    throw new ApiError("missing_scope", { needed, provided: [...app.scopes].join(",") });
  }
}

function known({ world, app }: Call): Channel[] {
  return [...world.channels.values()].filter(
    (channel) =>
      app.teamIds.includes(channel.teamId) &&
      (channel.kind === "channel" || channel.members.has(app.botUserId)),
  );
}

function listed(call: Call, channels: Channel[]) {
  const { world, app, args } = call;
  const types = (args.text("types") || "public_channel").split(",").map((type) => type.trim());
  for (const [kind, type] of Object.entries(TYPE_OF)) {
    if (types.includes(type)) refuseWithoutScope(call, SCOPE_OF[kind as Channel["kind"]]);
  }
  const found = channels
    .filter((channel) => types.includes(TYPE_OF[channel.kind]))
    .filter((channel) => !(args.flag("exclude_archived") && channel.archived));
  const { items, cursor } = page(args, found, args.limit(100, 1000));
  return {
    channels: items.map((channel) => channelJson(world, app, channel)),
    response_metadata: { next_cursor: cursor },
  };
}

const create: Method = {
  tier: 2,
  scopes: ["channels:manage", "groups:write"],
  run(call) {
    const { world, app, args } = call;
    const name = args.text("name");
    if (name === "") throw new ApiError("invalid_name_required");
    if (!NAME.test(name)) throw new ApiError("invalid_name_specials");
    const isPrivate = args.flag("is_private");
    refuseWithoutScope(call, isPrivate ? "groups:write" : "channels:manage");
    if ([...world.channels.values()].some((one) => one.teamId === app.teamId && one.name === name)) {
      throw new ApiError("name_taken");
    }
    const channel = world.makeChannel({
      teamId: app.teamId,
      name,
      kind: isPrivate ? "group" : "channel",
      members: [app.botUserId],
      creator: app.botUserId,
    });
    return { channel: channelJson(world, app, channel) };
  },
};

const open: Method = {
  tier: 3,
  scopes: ["im:write"],
  run({ world, app, args }) {
    const users = args.need("users").split(",");
    const person = world.people.get(users[0] ?? "");
    if (users.length !== 1) throw new ApiError("too_many_users");
    if (!person || !app.teamIds.includes(person.teamId)) throw new ApiError("user_not_found");
    const channel = world.directChannel(app, person.id);
    return {
      channel: args.flag("return_im") ? channelJson(world, app, channel) : { id: channel.id },
      no_op: false,
      already_open: channel.messages.length > 0,
    };
  },
};

const join: Method = {
  tier: 3,
  scopes: ["channels:join"],
  run({ world, app, args }) {
    const channel = channelFor(world, app, args.need("channel"));
    if (channel.kind !== "channel") throw new ApiError("method_not_supported_for_channel_type");
    if (channel.archived) throw new ApiError("is_archived");
    const already = channel.members.has(app.botUserId);
    joinChannel(world, channel, app.botUserId);
    return {
      channel: channelJson(world, app, channel),
      ...(already
        ? { warning: "already_in_channel", response_metadata: { warnings: ["already_in_channel"] } }
        : {}),
    };
  },
};

/** One person at a time, as Curbside does it; Slack takes up to a hundred. */
const invite: Method = {
  tier: 3,
  scopes: ["channels:manage", "groups:write"],
  run(call) {
    const { world, app, args } = call;
    const channel = channelFor(world, app, args.need("channel"));
    if (channel.kind === "im") throw new ApiError("method_not_supported_for_channel_type");
    refuseWithoutScope(call, channel.kind === "group" ? "groups:write" : "channels:manage");
    const user = args.need("users");
    if (user === app.botUserId) throw new ApiError("cant_invite_self");
    if (world.people.get(user)?.teamId !== channel.teamId) throw new ApiError("user_not_found");
    if (channel.archived) throw new ApiError("is_archived");
    if (!channel.members.has(app.botUserId)) throw new ApiError("not_in_channel");
    if (channel.members.has(user)) throw new ApiError("already_in_channel");
    joinChannel(world, channel, user, app.botUserId);
    return { channel: channelJson(world, app, channel) };
  },
};

/** Slack says the same of a channel that the person is not in and of one that the app is not in. */
const kick: Method = {
  tier: 3,
  scopes: ["channels:manage", "groups:write"],
  run(call) {
    const { world, app, args } = call;
    const channel = channelFor(world, app, args.need("channel"));
    if (channel.kind === "im") throw new ApiError("method_not_supported_for_channel_type");
    refuseWithoutScope(call, channel.kind === "group" ? "groups:write" : "channels:manage");
    const user = args.need("user");
    if (user === app.botUserId) throw new ApiError("cant_kick_self");
    if (!world.people.has(user) && world.appWithBot(user) === undefined) throw new ApiError("user_not_found");
    if (channel.archived) throw new ApiError("is_archived");
    if (!channel.members.has(app.botUserId) || !channel.members.has(user))
      throw new ApiError("not_in_channel");
    if (channel.general) throw new ApiError("cant_kick_from_general");
    if (world.workspace(channel.teamId).ownersOnlyRemove) throw new ApiError("restricted_action");
    removeFromChannel(world, channel, user);
    return {};
  },
};

const setTopic: Method = {
  tier: 2,
  scopes: ["channels:manage", "groups:write", "im:write", "channels:write.topic", "groups:write.topic"],
  run({ world, app, args }) {
    const channel = memberChannel(world, app, args.need("channel"));
    if (channel.archived) throw new ApiError("is_archived");
    if (args.text("topic").length > 250) throw new ApiError("too_long");
    channel.topic = args.text("topic");
    return { channel: channelJson(world, app, channel) };
  },
};

export const conversationMethods: Record<string, Method> = {
  "conversations.list": { tier: 2, scopes: READ, run: (call) => listed(call, known(call)) },
  "users.conversations": {
    tier: 2,
    scopes: READ,
    run(call) {
      const user = call.args.text("user") || call.app.botUserId;
      return listed(
        call,
        known(call).filter((channel) => channel.members.has(user)),
      );
    },
  },
  "conversations.info": {
    tier: 3,
    scopes: READ,
    run(call) {
      const channel = channelFor(call.world, call.app, call.args.need("channel"));
      refuseWithoutScope(call, SCOPE_OF[channel.kind]);
      return { channel: channelJson(call.world, call.app, channel) };
    },
  },
  "conversations.members": {
    tier: 4,
    scopes: READ,
    run(call) {
      const channel = channelFor(call.world, call.app, call.args.need("channel"));
      refuseWithoutScope(call, SCOPE_OF[channel.kind]);
      const { items, cursor } = page(call.args, [...channel.members], call.args.limit(100, 1000));
      return { members: items, response_metadata: { next_cursor: cursor } };
    },
  },
  "conversations.open": open,
  "conversations.join": join,
  "conversations.create": create,
  "conversations.invite": invite,
  "conversations.kick": kick,
  "conversations.setTopic": setTopic,
};
