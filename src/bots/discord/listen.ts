import {
  type Channel,
  ChannelType,
  type Client,
  type DMChannel,
  Events,
  type Message,
  type PartialMessage,
} from "discord.js";
import type { Core } from "#core/core.ts";
import { filterEventOf } from "./automod/filter-event.ts";
import type { Dispatch } from "./dispatch.ts";
import type { FilterFind, MessageEvent, MessagePress } from "./events/event.ts";
import { keptOf } from "./events/keep-clean.ts";
import { messageAct } from "./message-act.ts";
import { isPressed } from "./read-press.ts";
import type { HearPost } from "./watched/hear-post.ts";
import type { Watch } from "./watched/keep-watch.ts";
import type { Reading } from "./watched/reading.ts";

export interface Listening {
  readonly core: Core;
  readonly dispatch: Dispatch;
  readonly under: (work: Promise<unknown>) => void;
  readonly watch: Pick<Watch, "of" | "lost" | "missed" | "pinsChanged">;
  readonly hear: HearPost;
  readonly kindOfRule: MessagePress["kindOfRule"];
}

type AnyMessage = Message | PartialMessage;

/** What is listened for, and what stops being listened for when the program drains. */
const HEARD = [
  Events.InteractionCreate,
  Events.MessageCreate,
  Events.MessageUpdate,
  Events.MessageDelete,
  Events.MessageBulkDelete,
  Events.AutoModerationActionExecution,
  Events.ChannelPinsUpdate,
] as const;

/** The person in a direct channel; a deleted message that was never cached names nobody. */
async function personOf(client: Client, message: AnyMessage): Promise<string | undefined> {
  if (message.author) return message.author.id;
  const channel = await client.channels.fetch(message.channelId);
  return channel?.isDMBased() ? ((channel as DMChannel).recipientId ?? undefined) : undefined;
}

/** Is it a private thread that this bot opened? */
function isOurThread(message: Message): boolean {
  const { channel } = message;
  return channel.isThread() && channel.ownerId === message.client.user.id;
}

/** The watched channel that a message stands in, or in a thread of which that everybody there can open. */
function readingOf({ watch }: Listening, channel: Channel | undefined): Reading | undefined {
  if (channel === undefined) return undefined;
  if (!channel.isThread()) return watch.of(channel.id);
  return channel.type === ChannelType.PrivateThread ? undefined : watch.of(channel.parentId ?? "");
}

function isOwn({ author, webhookId, client }: AnyMessage): boolean {
  return author !== null && (author.id === client.user?.id || author.bot || webhookId !== null);
}

const key = ({ channelId, id }: AnyMessage, op: "create" | "edit" | "remove", version: number) =>
  messageAct({ channelId, messageId: id }, op, version);

function eventOf(message: AnyMessage, accountId: string) {
  return {
    accountId,
    channelId: message.channelId,
    messageId: message.id,
    text: message.content ?? "",
    hasFile: message.attachments.size > 0,
  };
}

/** A message of a server. With the words of messages come those of every channel: what is not watched is let go unread. */
function heardInServer(listening: Listening, message: AnyMessage, editedAt: Date | undefined): void {
  const { under, hear, watch } = listening;
  const { author, channel, content, id: messageId, channelId, createdAt: writtenAt } = message;
  const reading = readingOf(listening, channel);
  if (reading === undefined || author === null || message.system === true) return;
  const { communityId, spaceId } = reading;
  const at = { communityId, spaceId, channelId, messageId, accountId: author.id };
  const heard = async () => {
    const isHeard = await hear({ ...at, text: content ?? "", writtenAt, editedAt });
    if (!isHeard) watch.missed(reading.channelId);
  };
  under(heard());
}

/** In a private thread of ours what is typed goes nowhere; there the words are read only where they are said to the bot. */
function heardInOurThread({ core, dispatch, under }: Listening, message: Message): void {
  const { client, author, channelId } = message;
  const event = eventOf(message, author.id);
  const blank = { ...event, text: "", hasFile: false };
  const heard = async () => {
    const kept = await keptOf(core, message.mentions.users.has(client.user.id) ? event : blank);
    if (kept.unkept !== undefined) await dispatch.happened("thread-unkept", kept, key(message, "create", 0));
  };
  under(heard());
  under(dispatch.happened("thread-typed", blank, `discord|thread|${channelId}|told`));
}

function heardNew(listening: Listening, message: Message): void {
  const { dispatch, under } = listening;
  if (isOwn(message) || message.system) return;
  if (message.channel.isDMBased())
    under(dispatch.happened("message-typed", eventOf(message, message.author.id), key(message, "create", 0)));
  else if (isOurThread(message)) heardInOurThread(listening, message);
  else heardInServer(listening, message, undefined);
}

function heardEdit(listening: Listening, message: AnyMessage): void {
  const { dispatch, under } = listening;
  const { author, channel, editedAt } = message;
  // A link that unfolds is an update too, with no edit time.
  if (isOwn(message) || author === null || editedAt === null) return;
  if (channel.isDMBased()) {
    const event = eventOf(message, author.id);
    under(dispatch.happened("message-edited", event, key(message, "edit", editedAt.getTime())));
  } else heardInServer(listening, message, editedAt);
}

/** What people wrote in a server stays in no memory, the library's neither. */
function letGo({ channel, id }: AnyMessage): void {
  if (!channel.isDMBased()) channel.messages.cache.delete(id);
}

async function heardRemoval({ dispatch }: Listening, message: AnyMessage): Promise<void> {
  const accountId = await personOf(message.client, message);
  if (accountId === undefined) return;
  const event = { ...eventOf(message, accountId), text: "", hasFile: false };
  await dispatch.happened("message-removed", event, key(message, "remove", 0));
}

/** Whether a rule of Curbside's found it; where Discord does not say so now, it is taken for another's. */
async function isOurs({ kindOfRule }: Listening, found: FilterFind | undefined): Promise<boolean> {
  if (found === undefined) return false;
  return kindOfRule(found).then(
    (kind) => kind !== undefined,
    () => false,
  );
}

/** The words come along only where the channel is watched; and what another's rule found in them is no business of ours. */
async function heardFilter(
  listening: Listening,
  { event, key: act }: { event: MessageEvent; key: string },
  channel: Channel | undefined,
): Promise<void> {
  const isKept = readingOf(listening, channel) !== undefined && (await isOurs(listening, event.found));
  await listening.dispatch.happened("filter-found", isKept ? event : { ...event, text: "" }, act);
}

export function listen(client: Client, listening: Listening): void {
  const { core, dispatch, under, watch } = listening;
  client.on(Events.InteractionCreate, (interaction) => {
    if (isPressed(interaction)) under(dispatch.pressed(interaction));
  });
  client.on(Events.MessageCreate, (message) => {
    heardNew(listening, message);
    letGo(message);
  });
  client.on(Events.MessageUpdate, (_old, message) => {
    heardEdit(listening, message);
    letGo(message);
  });
  client.on(Events.MessageBulkDelete, (messages, { id }) => watch.lost(id, [...messages.keys()]));
  client.on(Events.MessageDelete, (message) => {
    watch.lost(message.channelId, [message.id]);
    if (!isOwn(message) && message.channel.isDMBased()) under(heardRemoval(listening, message));
  });
  client.on(Events.AutoModerationActionExecution, (execution) => {
    const heard = filterEventOf(execution, core.clock.now());
    if (heard === undefined) return;
    under(heardFilter(listening, heard, client.channels.cache.get(heard.event.channelId)));
  });
  client.on(Events.ChannelPinsUpdate, ({ id }) => watch.pinsChanged(id));
}

export function stopListening(client: Client): void {
  for (const event of HEARD) client.removeAllListeners(event);
}
