import type { Seen } from "#sandbox/seen.ts";
import { channelEvent } from "./events.ts";
import type { Obj } from "./json.ts";
import { messageJson, withBlockIds } from "./message-json.ts";
import type { Channel, StoredMessage } from "./model.ts";
import { messageText, pingsOf } from "./render.ts";
import type { World } from "./world.ts";

export interface NewMessage {
  readonly user: string;
  readonly botId?: string | undefined;
  readonly appId?: string | undefined;
  readonly text: string;
  readonly blocks?: Obj[] | undefined;
  readonly attachments?: Obj[] | undefined;
  readonly threadTs?: string | undefined;
  readonly broadcast?: boolean | undefined;
  readonly metadata?: Obj | undefined;
  readonly subtype?: string | undefined;
  readonly clientMsgId?: string | undefined;
  readonly mrkdwn?: boolean | undefined;
  readonly linkNames?: boolean | undefined;
  readonly onlyFor?: string | undefined;
}

/** Builds a message without showing it to anybody. */
export function makeMessage(world: World, channel: Channel, message: NewMessage): StoredMessage {
  const blocks = message.blocks && withBlockIds(message.blocks, world.ids);
  const mrkdwn = message.mrkdwn ?? true;
  return {
    ts: world.ids.ts(),
    channelId: channel.id,
    user: message.user,
    botId: message.botId,
    appId: message.appId,
    text: message.text,
    blocks,
    attachments: message.attachments,
    thread_ts: message.threadTs,
    broadcast: message.broadcast ?? false,
    metadata: message.metadata,
    edited: undefined,
    deleted: false,
    subtype: message.subtype,
    clientMsgId: message.clientMsgId,
    mrkdwn,
    reactions: [],
    pinged: pingsOf({ text: message.text, blocks, linkNames: message.linkNames ?? false, mrkdwn }),
    inputs: {},
    onlyFor: message.onlyFor,
  };
}

/** Stores a message, shows it, and tells the apps in the channel. */
export function postMessage(world: World, channel: Channel, message: NewMessage): StoredMessage {
  const stored = makeMessage(world, channel, message);
  channel.messages.push(stored);
  showMessage(world, channel, stored, "message");
  const event = {
    ...messageJson(world, stored, { metadata: false }),
    channel: channel.id,
    event_ts: stored.ts,
    channel_type: channel.kind,
    type: "message",
  };
  channelEvent(world, channel, event, stored.user, (app) =>
    stored.metadata && app.appId === stored.appId ? { metadata: stored.metadata } : {},
  );
  mentionEvents(world, channel, stored);
  return stored;
}

function mentionEvents(world: World, channel: Channel, message: StoredMessage): void {
  if (channel.kind === "im") return;
  for (const app of world.appsOf(channel.teamId)) {
    if (!message.pinged.users.includes(app.botUserId) || message.user === app.botUserId) continue;
    const event = {
      ...messageJson(world, message, { metadata: false }),
      type: "app_mention",
      channel: channel.id,
      event_ts: message.ts,
    };
    channelEvent(world, channel, event, message.user, undefined, app);
  }
}

export interface MessageChange {
  readonly text: string;
  readonly blocks: Obj[] | undefined;
  readonly attachments?: Obj[] | undefined;
  readonly metadata?: Obj | undefined;
  readonly linkNames?: boolean;
  /** Who changed it. */
  readonly by: string;
  /** Without an "(edited)" mark, as when a response_url replaces a message. */
  readonly quiet?: boolean;
}

/** Replaces what a message says; everybody who sees it sees the new version, and apps get `message_changed`. */
export function changeMessage(
  world: World,
  channel: Channel,
  message: StoredMessage,
  change: MessageChange,
): void {
  const previous = messageJson(world, message, { metadata: false });
  message.text = change.text;
  message.blocks = change.blocks && withBlockIds(change.blocks, world.ids);
  if (change.attachments) message.attachments = change.attachments;
  if (change.metadata) message.metadata = change.metadata;
  message.pinged = pingsOf({ ...message, linkNames: change.linkNames ?? false });
  const ts = world.ids.ts();
  if (!change.quiet) message.edited = { user: change.by, ts };
  showMessage(world, channel, message, "edited");
  if (message.onlyFor !== undefined) return;
  channelEvent(
    world,
    channel,
    {
      type: "message",
      subtype: "message_changed",
      message: messageJson(world, message, { metadata: false }),
      previous_message: previous,
      channel: channel.id,
      hidden: true,
      ts,
      event_ts: ts,
      channel_type: channel.kind,
    },
    change.by,
  );
}

/** Removes a message from every screen; apps get `message_deleted`. */
export function removeMessage(world: World, channel: Channel, message: StoredMessage, by: string): void {
  const previous = messageJson(world, message, { metadata: false });
  message.deleted = true;
  showMessage(world, channel, message, "removed");
  if (message.onlyFor !== undefined) return;
  const ts = world.ids.ts();
  channelEvent(
    world,
    channel,
    {
      type: "message",
      subtype: "message_deleted",
      deleted_ts: message.ts,
      previous_message: previous,
      channel: channel.id,
      hidden: true,
      ts,
      event_ts: ts,
      channel_type: channel.kind,
    },
    by,
  );
}

/** Tells the listeners that a message appeared, changed or went. */
export function showMessage(
  world: World,
  channel: Channel,
  message: StoredMessage,
  kind: Seen["kind"],
): void {
  const place = message.onlyFor ? "private" : placeOf(channel, message);
  world.saw({
    place,
    channel: place === "private" || place === "dm" ? "" : channel.name,
    viewers: message.onlyFor ? [message.onlyFor] : world.viewersOf(channel),
    from: world.names.user(message.user),
    kind,
    text: kind === "removed" ? "" : messageText(message, world.names),
    ref: message.ts,
  });
}

function placeOf(channel: Channel, message: StoredMessage): Seen["place"] {
  if (channel.kind === "im") return "dm";
  return message.thread_ts && message.thread_ts !== message.ts ? "thread" : "channel";
}
