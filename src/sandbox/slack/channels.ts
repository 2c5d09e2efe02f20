import { ApiError } from "./errors.ts";
import type { Channel, InstalledApp, StoredMessage } from "./model.ts";
import type { World } from "./world.ts";

/** A channel that this app may know of. A private one it is not in does not exist for it. */
export function channelFor(world: World, app: InstalledApp, channelId: string): Channel {
  const channel = world.channels.get(channelId);
  if (!channel || !app.teamIds.includes(channel.teamId)) throw new ApiError("channel_not_found");
  if (channel.kind !== "channel" && !channel.members.has(app.botUserId))
    throw new ApiError("channel_not_found");
  return channel;
}

/** A channel that the app is in. */
export function memberChannel(world: World, app: InstalledApp, channelId: string): Channel {
  const channel = channelFor(world, app, channelId);
  if (!channel.members.has(app.botUserId)) throw new ApiError("not_in_channel");
  return channel;
}

/** Where a message may be posted: a channel, or a person's id for their direct conversation. */
export function postTarget(world: World, app: InstalledApp, target: string): Channel {
  const person = world.people.get(target);
  if (person && app.teamIds.includes(person.teamId)) return world.directChannel(app, person.id);
  const channel = channelFor(world, app, target);
  if (!channel.members.has(app.botUserId) && !app.scopes.has("chat:write.public")) {
    throw new ApiError("not_in_channel");
  }
  if (channel.archived) throw new ApiError("is_archived");
  return channel;
}

/** A message that still exists. */
export function liveMessage(channel: Channel, ts: string): StoredMessage | undefined {
  return channel.messages.find((message) => message.ts === ts && !message.deleted);
}

/** The channel object of the API. */
export function channelJson(world: World, app: InstalledApp, channel: Channel) {
  const isIm = channel.kind === "im";
  return {
    id: channel.id,
    ...(isIm
      ? { user: [...channel.members].find((id) => id !== app.botUserId) ?? "" }
      : { name: channel.name, name_normalized: channel.name }),
    is_channel: channel.kind === "channel",
    is_group: channel.kind === "group",
    is_im: isIm,
    is_mpim: false,
    is_private: channel.kind !== "channel",
    is_archived: channel.archived,
    is_general: channel.general,
    is_shared: false,
    is_ext_shared: false,
    is_org_shared: false,
    is_member: channel.members.has(app.botUserId),
    created: channel.created,
    creator: channel.creator,
    context_team_id: channel.teamId,
    topic: { value: channel.topic, creator: "", last_set: 0 },
    purpose: { value: "", creator: "", last_set: 0 },
    num_members: world.peopleOf(channel.teamId).filter((person) => channel.members.has(person.id)).length,
  };
}
