import type { Ids } from "./ids.ts";
import type { Obj } from "./json.ts";
import type { StoredMessage } from "./model.ts";
import type { World } from "./world.ts";

/** Gives every block and element the id that Slack would make up for it. */
export function withBlockIds(blocks: readonly Obj[], ids: Ids): Obj[] {
  return blocks.map((block) => {
    const copy: Obj = structuredClone(block);
    copy.block_id = copy.block_id ?? ids.hex(5);
    const parts = [copy.element, copy.accessory, ...(copy.type === "rich_text" ? [] : asList(copy.elements))];
    for (const part of parts) {
      if (isElement(part) && part.type !== "image" && part.action_id === undefined)
        part.action_id = ids.hex(5);
    }
    return copy;
  });
}

function asList(value: unknown): unknown[] {
  return Array.isArray(value) ? value : [];
}

function isElement(value: unknown): value is Obj {
  return (
    typeof value === "object" &&
    value !== null &&
    "type" in value &&
    value.type !== "mrkdwn" &&
    value.type !== "plain_text"
  );
}

/** A message as the API and the events show it. */
export function messageJson(world: World, message: StoredMessage, options: { metadata: boolean }): Obj {
  const app = message.appId === undefined ? undefined : world.apps.get(message.appId);
  const parent = parentOf(world, message);
  return {
    ...(message.subtype ? { subtype: message.subtype } : {}),
    user: message.user,
    type: "message",
    ts: message.ts,
    ...(message.clientMsgId ? { client_msg_id: message.clientMsgId } : {}),
    ...(app ? botFields(world, app) : {}),
    text: message.text,
    team: world.channel(message.channelId).teamId,
    ...(message.edited ? { edited: { ...message.edited } } : {}),
    ...(message.blocks ? { blocks: structuredClone(message.blocks) } : {}),
    ...(message.attachments ? { attachments: structuredClone(message.attachments) } : {}),
    ...(message.thread_ts && message.thread_ts !== message.ts
      ? { thread_ts: message.thread_ts, ...(parent ? { parent_user_id: parent.user } : {}) }
      : threadFields(world, message)),
    ...(message.reactions.length > 0
      ? { reactions: message.reactions.map((one) => ({ ...one, count: one.users.length })) }
      : {}),
    ...(options.metadata && message.metadata ? { metadata: structuredClone(message.metadata) } : {}),
  };
}

function botFields(world: World, app: { appId: string; botId: string; name: string; teamId: string }): Obj {
  return {
    bot_id: app.botId,
    app_id: app.appId,
    bot_profile: {
      id: app.botId,
      app_id: app.appId,
      name: app.name,
      icons: { image_36: `${world.origin}/icon.png` },
      deleted: false,
      updated: 0,
      team_id: app.teamId,
    },
  };
}

function parentOf(world: World, message: StoredMessage): StoredMessage | undefined {
  if (!message.thread_ts || message.thread_ts === message.ts) return undefined;
  return world.channel(message.channelId).messages.find((one) => one.ts === message.thread_ts);
}

/** The replies of a thread that still exist, oldest first. */
export function repliesOf(world: World, parent: StoredMessage): StoredMessage[] {
  return world
    .channel(parent.channelId)
    .messages.filter((one) => one.thread_ts === parent.ts && one.ts !== parent.ts && !one.deleted);
}

function threadFields(world: World, message: StoredMessage): Obj {
  const replies = repliesOf(world, message);
  const last = replies.at(-1);
  if (!last) return {};
  const users = [...new Set(replies.map((reply) => reply.user))];
  return {
    thread_ts: message.ts,
    reply_count: replies.length,
    reply_users_count: users.length,
    reply_users: users,
    latest_reply: last.ts,
  };
}
