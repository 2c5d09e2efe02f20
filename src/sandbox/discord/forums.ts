import { REFUSED } from "./errors.ts";
import { channelJson, messageJson } from "./json.ts";
import { createMessage } from "./messages.ts";
import type { Channel, ForumTag, Json } from "./model.ts";
import { PERMISSION } from "./permissions.ts";
import { type Call, channelOf } from "./route.ts";
import { addThread } from "./scene.ts";
import { checkMessage } from "./validate.ts";
import { between, list } from "./validate-values.ts";
import type { World } from "./world.ts";

/** Tags as they stand in a request: those with an id stay, the others are new. At most 20, each with up to 20 characters. */
export function tagsOf(world: World, value: unknown): ForumTag[] {
  const tags = list(value);
  between("available_tags", tags.length, 0, 20);
  return tags.map(({ id, name }) => {
    between("available_tags.name", String(name ?? "").trim().length, 1, 20);
    return { id: id === undefined || id === null ? world.nextId() : String(id), name: String(name).trim() };
  });
}

/** At most five, and only those of this forum. */
export function appliedTagsOf(forum: Channel, value: unknown): string[] {
  const ids = Array.isArray(value) ? value.map(String) : [];
  between("applied_tags", ids.length, 0, 5);
  if (ids.some((id) => !forum.tags?.some((tag) => tag.id === id)))
    throw REFUSED.form("applied_tags", "Unknown tag");
  return ids;
}

/** A post of a forum: a thread whose first message comes with it. */
export function startPost({ world, application, body, uploads }: Call, forum: Channel): Json {
  world.requireApp(application, forum, PERMISSION.sendMessages);
  const name = String(body.name ?? "").trim();
  between("name", name.length, 1, 100);
  const message = body.message as Json | undefined;
  if (message === undefined) throw REFUSED.form("message", "This field is required");
  checkMessage(message, { files: uploads.length });
  const appliedTags = appliedTagsOf(forum, body.applied_tags);
  const ownerId = application.bot.id;
  const thread = addThread(world, forum, { ownerId, name, isPrivate: false, appliedTags });
  const embeds = world.mayApp(application, forum, PERMISSION.embedLinks) ? message.embeds : [];
  const { nonce: _nonce, enforce_nonce: _enforced, ...rest } = message;
  const made = createMessage(world, thread, {
    ...{ id: thread.id, authorId: ownerId, uploads },
    body: { ...rest, embeds },
  });
  return { ...channelJson(world, thread), message: messageJson(world, made) };
}

/** Public threads that are archived; without the right to read history nobody lists them. */
export function archivedThreads(call: Call): Json {
  const { world, application } = call;
  const parent = channelOf(call);
  world.requireApp(application, parent, PERMISSION.readHistory);
  const threads = [...world.channels.values()].filter(
    (one) => one.type === 11 && one.parentId === parent.id && one.archived,
  );
  return { threads: threads.map((one) => channelJson(world, one)), members: [], has_more: false };
}
