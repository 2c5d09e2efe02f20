import { REFUSED } from "./errors.ts";
import { appliedTagsOf, archivedThreads, startPost, tagsOf } from "./forums.ts";
import { channelJson, isThread, memberJson } from "./json.ts";
import { requireAwake } from "./messages.ts";
import type { Channel, Json } from "./model.ts";
import { PERMISSION } from "./permissions.ts";
import { type Call, channelOf, type Route, route } from "./route.ts";
import { addThread } from "./scene.ts";
import { between } from "./validate-values.ts";
import type { World } from "./world.ts";

function threadOf(call: Call): Channel {
  const channel = channelOf(call);
  if (!isThread(channel)) throw REFUSED.wrongType();
  return channel;
}

function startThread(call: Call): Json {
  const { world, application, body } = call;
  const parent = channelOf(call);
  if (parent.type === 15) return startPost(call, parent);
  if (parent.type !== 0) throw REFUSED.wrongType();
  const type = body.type ?? 12;
  if (type !== 11 && type !== 12) throw REFUSED.form("type", "Value must be one of {11, 12}.");
  const needed = type === 12 ? PERMISSION.createPrivateThreads : PERMISSION.createPublicThreads;
  world.requireApp(application, parent, needed);
  const name = String(body.name ?? "");
  between("name", name.length, 1, 100);
  const isPrivate = type === 12;
  const invitable = body.invitable !== false;
  const thread = addThread(world, parent, { ownerId: application.bot.id, name, isPrivate, invitable });
  return channelJson(world, thread);
}

function change(call: Call): Json {
  const { world, application, body } = call;
  const channel = channelOf(call);
  if (channel.type === 1) throw REFUSED.wrongType();
  const name = body.name === undefined ? channel.name : String(body.name);
  between("name", name.length, 1, 100);
  if (isThread(channel)) changeThread(call, channel);
  else world.requireApp(application, channel, PERMISSION.manageChannels);
  if (channel.type === 15 && body.available_tags !== undefined)
    channel.tags = tagsOf(world, body.available_tags);
  channel.name = name;
  world.dispatchIn(
    channel,
    isThread(channel) ? "THREAD_UPDATE" : "CHANNEL_UPDATE",
    channelJson(world, channel),
  );
  return channelJson(world, channel);
}

/** Whoever can write in a thread may wake it; to archive, rename or lock it takes its owner or who manages threads. */
function changeThread({ world, application, body }: Call, thread: Channel): void {
  const manages = world.mayApp(application, thread, PERMISSION.manageThreads);
  const wakes = body.archived === false && (!thread.locked || manages);
  const changes = ["name", "locked", "invitable"].some(
    (key) => body[key] !== undefined && body[key] !== null,
  );
  if (!manages && thread.ownerId !== application.bot.id && (!wakes || changes))
    throw REFUSED.missingPermissions();
  if (typeof body.locked === "boolean" && body.locked !== thread.locked && !manages)
    throw REFUSED.missingPermissions();
  if (thread.archived && body.archived !== false) throw REFUSED.archived();
  if (thread.locked && !manages) throw REFUSED.locked();
  if (body.applied_tags !== undefined)
    thread.appliedTags = appliedTagsOf(world.channel(thread.parentId ?? ""), body.applied_tags);
  if (typeof body.archived === "boolean") thread.archived = body.archived;
  if (typeof body.locked === "boolean") thread.locked = body.locked;
  if (typeof body.invitable === "boolean") thread.invitable = body.invitable;
}

function membersChanged(world: World, thread: Channel, change: Json): void {
  world.dispatchIn(thread, "THREAD_MEMBERS_UPDATE", {
    id: thread.id,
    guild_id: thread.guildId,
    member_count: thread.members.size,
    ...change,
  });
}

function threadMemberJson(thread: Channel, personId: string, at: number): Json {
  return { id: thread.id, user_id: personId, join_timestamp: new Date(at).toISOString(), flags: 0 };
}

function addMember(call: Call): undefined {
  const { world, application, params } = call;
  const thread = threadOf(call);
  requireAwake(world, application, thread);
  world.requireApp(application, thread, PERMISSION.sendInThreads);
  const person = world.person(params[1] === "@me" ? application.bot.id : (params[1] ?? ""));
  const guild = world.guilds.get(thread.guildId ?? "");
  const parent = world.channel(thread.parentId ?? "");
  if (guild === undefined || !guild.members.has(person.id)) throw REFUSED.missingAccess();
  if (!world.canSee(person.id, parent)) throw REFUSED.missingAccess();
  if (thread.members.has(person.id)) return;
  thread.members.add(person.id);
  const at = world.clock.now();
  const member = { ...threadMemberJson(thread, person.id, at), member: memberJson(world, person, guild) };
  membersChanged(world, thread, { added_members: [member] });
}

function removeMember(call: Call): undefined {
  const { world, application, params } = call;
  const thread = threadOf(call);
  requireAwake(world, application, thread);
  const personId = params[1] === "@me" ? application.bot.id : (params[1] ?? "");
  if (personId !== application.bot.id && thread.ownerId !== application.bot.id)
    world.requireApp(application, thread, PERMISSION.manageThreads);
  if (!thread.members.delete(personId)) throw REFUSED.unknownMember();
  membersChanged(world, thread, { removed_member_ids: [personId] });
}

function removeChannel(call: Call): Json {
  const { world, application } = call;
  const channel = channelOf(call);
  if (channel.type === 1) return channelJson(world, channel);
  world.requireApp(
    application,
    channel,
    isThread(channel) ? PERMISSION.manageThreads : PERMISSION.manageChannels,
  );
  const json = channelJson(world, channel);
  world.dispatchIn(channel, isThread(channel) ? "THREAD_DELETE" : "CHANNEL_DELETE", json);
  world.channels.delete(channel.id);
  return json;
}

/** Channels and threads. */
export const CHANNEL_ROUTES: readonly Route[] = [
  route("GET /channels/:id", (call) => channelJson(call.world, channelOf(call))),
  route("PATCH /channels/:id", change),
  route("DELETE /channels/:id", removeChannel),
  route("POST /channels/:id/typing", (call) => {
    channelOf(call);
    return undefined;
  }),
  route("POST /channels/:id/threads", startThread),
  route("GET /channels/:id/threads/archived/public", archivedThreads),
  route("GET /channels/:id/thread-members", (call) => {
    const thread = threadOf(call);
    return [...thread.members].map((id) => threadMemberJson(thread, id, call.world.clock.now()));
  }),
  route("PUT /channels/:id/thread-members/:id", addMember),
  route("DELETE /channels/:id/thread-members/:id", removeMember),
];
