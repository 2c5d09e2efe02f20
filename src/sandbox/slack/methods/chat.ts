import type { ChatPostMessageResponse } from "@slack/web-api";
import type { Args } from "../args.ts";
import { channelFor, liveMessage, memberChannel, postTarget } from "../channels.ts";
import { type Content, contentOf, metadataOf } from "../content.ts";
import { ApiError } from "../errors.ts";
import type { Obj } from "../json.ts";
import { messageJson } from "../message-json.ts";
import {
  changeMessage,
  makeMessage,
  type NewMessage,
  postMessage,
  removeMessage,
  showMessage,
} from "../messages.ts";
import type { Channel } from "../model.ts";
import type { Call, Method } from "./method.ts";

function threadOf(args: Args, channel: Channel): string | undefined {
  const ts = args.text("thread_ts");
  if (ts === "") return undefined;
  const parent = channel.messages.find((message) => message.ts === ts);
  if (!parent) throw new ApiError("thread_not_found");
  return parent.thread_ts ?? ts;
}

function ownMessage({ app, args }: Call, content: Content): NewMessage {
  return {
    user: app.botUserId,
    botId: app.botId,
    appId: app.appId,
    text: content.text,
    blocks: content.blocks?.length ? content.blocks : undefined,
    attachments: content.attachments,
    mrkdwn: args.flag("mrkdwn", true),
    linkNames: args.flag("link_names") || args.text("parse") === "full",
  };
}

const warn = (content: Content): Obj =>
  content.truncated
    ? { warning: "message_truncated", response_metadata: { warnings: ["message_truncated"] } }
    : {};

const post: Method = {
  tier: "post",
  scopes: ["chat:write"],
  limitKey: (args) => args.text("channel"),
  run(call) {
    const { world, app, args } = call;
    const channel = postTarget(world, app, args.need("channel"));
    const content = contentOf(args);
    const metadata = metadataOf(args);
    const message = postMessage(world, channel, {
      ...ownMessage(call, content),
      threadTs: threadOf(args, channel),
      broadcast: args.flag("reply_broadcast"),
      metadata,
    });
    return {
      channel: channel.id,
      ts: message.ts,
      message: messageJson(world, message, { metadata: true }),
      ...warn(content),
    } satisfies Omit<ChatPostMessageResponse, "ok" | "message" | "response_metadata"> & Obj;
  },
};

const update: Method = {
  tier: 3,
  scopes: ["chat:write"],
  run(call) {
    const { world, app, args } = call;
    const channel = channelFor(world, app, args.need("channel"));
    const message = liveMessage(channel, args.need("ts"));
    if (!message) throw new ApiError("message_not_found");
    if (message.user !== app.botUserId) throw new ApiError("cant_update_message");
    if (channel.archived) throw new ApiError("is_archived");
    const content = contentOf(args);
    const metadata = metadataOf(args);
    changeMessage(world, channel, message, {
      text: content.text,
      blocks:
        content.blocks === undefined ? message.blocks : content.blocks.length ? content.blocks : undefined,
      attachments: content.attachments,
      metadata,
      linkNames: args.flag("link_names") || args.text("parse") === "full",
      by: app.botUserId,
    });
    return {
      channel: channel.id,
      ts: message.ts,
      text: message.text,
      message: messageJson(world, message, { metadata: true }),
      ...warn(content),
    };
  },
};

const remove: Method = {
  tier: 3,
  scopes: ["chat:write"],
  run({ world, app, args }) {
    const channel = channelFor(world, app, args.need("channel"));
    const message = liveMessage(channel, args.need("ts"));
    if (!message) throw new ApiError("message_not_found");
    if (message.user !== app.botUserId) throw new ApiError("cant_delete_message");
    removeMessage(world, channel, message, app.botUserId);
    return { channel: channel.id, ts: message.ts };
  },
};

const postEphemeral: Method = {
  tier: 4,
  scopes: ["chat:write"],
  run(call) {
    const { world, app, args } = call;
    const channel = memberChannel(world, app, args.need("channel"));
    const userId = args.need("user");
    if (!channel.members.has(userId)) throw new ApiError("user_not_in_channel");
    const content = contentOf(args);
    const message = makeMessage(world, channel, {
      ...ownMessage(call, content),
      threadTs: threadOf(args, channel),
      onlyFor: userId,
    });
    world.ephemerals.push(message);
    showMessage(world, channel, message, "message");
    return { message_ts: message.ts };
  },
};

const getPermalink: Method = {
  tier: "special",
  run({ world, app, args }) {
    const channel = channelFor(world, app, args.need("channel"));
    const message = liveMessage(channel, args.need("message_ts"));
    if (!message) throw new ApiError("message_not_found");
    const { domain } = world.workspace(app.teamId);
    const thread = message.thread_ts ? `?thread_ts=${message.thread_ts}&cid=${channel.id}` : "";
    return {
      channel: channel.id,
      permalink: `https://${domain}.slack.com/archives/${channel.id}/p${message.ts.replace(".", "")}${thread}`,
    };
  },
};

export const chatMethods: Record<string, Method> = {
  "chat.postMessage": post,
  "chat.update": update,
  "chat.delete": remove,
  "chat.postEphemeral": postEphemeral,
  "chat.getPermalink": getPermalink,
};
