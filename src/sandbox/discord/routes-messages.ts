import { REFUSED } from "./errors.ts";
import { timeOf } from "./ids.ts";
import { isBlankFor, messageJson } from "./json.ts";
import {
  changeMessage,
  createMessage,
  removeMessage,
  requireAwake,
  requireWritable,
  tellPinned,
} from "./messages.ts";
import type { Channel, Json, StoredMessage } from "./model.ts";
import { PERMISSION } from "./permissions.ts";
import { type Call, channelOf, type Route, route } from "./route.ts";
import { checkMessage } from "./validate.ts";
import { between } from "./validate-values.ts";

const SENDS = { sends: true, limit: [5, 5000] } as const;
const TWO_WEEKS_MS = 14 * 24 * 3_600_000;

/** As this application may read it: other people's words are blank without the content intent. */
function shown({ world, application, gateway }: Call, message: StoredMessage): Json {
  const blank = isBlankFor(world, application, message, gateway.intentsOf(application));
  return messageJson(world, message, { blank });
}

/** Without the right to read history Discord gives nothing, and no error. */
function mayReadBack({ world, application }: Call, channel: Channel): boolean {
  return (
    world.mayApp(application, channel, PERMISSION.readHistory) &&
    world.faults.take("discord-no-history") === undefined
  );
}

function idOf(query: URLSearchParams, name: string): bigint | undefined {
  const text = query.get(name);
  if (text === null) return undefined;
  if (!/^\d{1,20}$/.test(text)) throw REFUSED.form(name, `Value "${text}" is not snowflake.`);
  return BigInt(text);
}

function readMessages(call: Call): Json[] {
  const { world, query } = call;
  const channel = channelOf(call);
  if (!mayReadBack(call, channel)) return [];
  const limit = Number(query.get("limit") ?? 50);
  if (!(Number.isInteger(limit) && limit >= 1 && limit <= 100))
    throw REFUSED.form("limit", "int value should be between 1 and 100.");
  const after = idOf(query, "after");
  const before = idOf(query, "before");
  const around = idOf(query, "around");
  const all = world
    .in(channel.id)
    .filter(({ deleted, ephemeralFor }) => !deleted && ephemeralFor === undefined);
  if (around !== undefined) {
    const half = Math.floor(limit / 2);
    const older = all.filter(({ id }) => BigInt(id) < around).slice(-half);
    const rest = all.filter(({ id }) => BigInt(id) >= around).slice(0, limit - older.length);
    return [...older, ...rest].reverse().map((message) => shown(call, message));
  }
  const inside = all.filter(
    ({ id }) => (after === undefined || BigInt(id) > after) && (before === undefined || BigInt(id) < before),
  );
  const page = after === undefined ? inside.slice(-limit) : inside.slice(0, limit);
  return page.reverse().map((message) => shown(call, message));
}

function readOne(call: Call): Json {
  const channel = channelOf(call);
  if (!call.world.mayApp(call.application, channel, PERMISSION.readHistory)) throw REFUSED.missingAccess();
  return shown(call, call.world.message(channel.id, call.params[1] ?? ""));
}

function post(call: Call): Json {
  const { world, application, body, uploads } = call;
  const channel = channelOf(call);
  requireWritable(world, application, channel);
  checkMessage(body, { files: uploads.length });
  const reference = body.message_reference as Json | undefined;
  const known = world.in(channel.id).some(({ id, deleted }) => id === reference?.message_id && !deleted);
  if (reference !== undefined && !known && reference.fail_if_not_exists !== false)
    throw REFUSED.form("message_reference", "Unknown message");
  const embeds = world.mayApp(application, channel, PERMISSION.embedLinks) ? body.embeds : [];
  const made = createMessage(world, channel, {
    authorId: application.bot.id,
    body: { ...body, embeds },
    uploads,
  });
  return messageJson(world, made, { nonce: true });
}

function edit(call: Call): Json {
  const { world, application, body, uploads } = call;
  const channel = channelOf(call);
  const message = world.message(channel.id, call.params[1] ?? "");
  if (message.authorId !== application.bot.id) throw REFUSED.notYours();
  if (channel.archived) throw REFUSED.archived();
  checkMessage(body, { mayBeEmpty: true, standing: message.flags });
  changeMessage(world, message, body, uploads);
  return messageJson(world, message);
}

function remove(call: Call): undefined {
  const { world, application } = call;
  const channel = channelOf(call);
  const message = world.message(channel.id, call.params[1] ?? "");
  if (message.authorId !== application.bot.id)
    world.requireApp(application, channel, PERMISSION.manageMessages);
  removeMessage(world, message);
}

function removeMany(call: Call): undefined {
  const { world, application, body } = call;
  const channel = channelOf(call);
  if (channel.type === 1) throw REFUSED.wrongType();
  world.requireApp(application, channel, PERMISSION.manageMessages);
  const ids = Array.isArray(body.messages) ? body.messages.map(String) : [];
  between("messages", ids.length, 2, 100);
  if (new Set(ids).size !== ids.length) throw REFUSED.form("messages", "Items must be unique.");
  if (ids.some((id) => world.clock.now() - timeOf(id) > TWO_WEEKS_MS)) throw REFUSED.tooOld();
  for (const message of world.in(channel.id))
    if (!message.deleted && ids.includes(message.id)) removeMessage(world, message);
}

function pinned(call: Call): StoredMessage[] {
  const channel = channelOf(call);
  if (!mayReadBack(call, channel)) return [];
  return call.world.in(channel.id).filter((message) => message.pinned && !message.deleted);
}

function pin(call: Call, value: boolean): undefined {
  const channel = channelOf(call);
  // Manage Messages has not been enough since 23 February 2026 (Discord change log, "Permission splits").
  if (channel.type !== 1) call.world.requireApp(call.application, channel, PERMISSION.pinMessages);
  requireAwake(call.world, call.application, channel);
  call.world.message(channel.id, call.params[1] ?? "").pinned = value;
  tellPinned(call.world, channel);
}

/** Messages of a channel: read, post, edit, remove, pin. */
export const MESSAGE_ROUTES: readonly Route[] = [
  route("GET /channels/:id/messages", readMessages),
  route("GET /channels/:id/messages/pins", (call) => ({
    items: pinned(call).map((message) => ({
      pinned_at: new Date(message.at).toISOString(),
      message: shown(call, message),
    })),
    has_more: false,
  })),
  route("PUT /channels/:id/messages/pins/:id", (call) => pin(call, true)),
  route("DELETE /channels/:id/messages/pins/:id", (call) => pin(call, false)),
  route("GET /channels/:id/messages/:id", readOne),
  route("POST /channels/:id/messages", post, SENDS),
  route("PATCH /channels/:id/messages/:id", edit, SENDS),
  route("DELETE /channels/:id/messages/:id", remove, SENDS),
  route("POST /channels/:id/messages/bulk-delete", removeMany),
  route("GET /channels/:id/pins", (call) => pinned(call).map((message) => shown(call, message))),
  route("PUT /channels/:id/pins/:id", (call) => pin(call, true)),
  route("DELETE /channels/:id/pins/:id", (call) => pin(call, false)),
];
