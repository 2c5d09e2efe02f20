import { channelEvent } from "./events.ts";
import { makeMessage } from "./messages.ts";
import type { Channel } from "./model.ts";
import type { World } from "./world.ts";

/** Adds a person or bot to a channel; apps in it get `member_joined_channel`. No-op for a member. */
export function joinChannel(world: World, channel: Channel, userId: string, inviter?: string): void {
  if (channel.members.has(userId)) return;
  channel.members.add(userId);
  channel.removed.delete(userId);
  noteJoin(world, channel, userId);
  memberEvent(world, channel, "member_joined_channel", userId, inviter);
}

/** Slack writes a line into the history of a channel for everybody who joins, apps too. */
export function noteJoin(world: World, channel: Channel, userId: string): void {
  if (channel.kind === "im") return;
  const bot = world.appWithBot(userId);
  const text = `<@${userId}> has joined the channel`;
  channel.joins.push(
    makeMessage(world, channel, {
      user: userId,
      botId: undefined,
      appId: bot?.appId,
      text,
      subtype: "channel_join",
    }),
  );
}

/** Takes a person or bot out of a channel; apps still in it get `member_left_channel`. */
export function leaveChannel(world: World, channel: Channel, userId: string): void {
  if (!channel.members.delete(userId)) return;
  memberEvent(world, channel, "member_left_channel", userId, undefined);
}

/** Takes somebody out of a channel against their will: it is on their screen no more until they join it again. */
export function removeFromChannel(world: World, channel: Channel, userId: string): void {
  channel.removed.add(userId);
  leaveChannel(world, channel, userId);
}

function memberEvent(
  world: World,
  channel: Channel,
  type: "member_joined_channel" | "member_left_channel",
  userId: string,
  inviter: string | undefined,
): void {
  const event = {
    type,
    user: userId,
    channel: channel.id,
    channel_type: channel.kind === "channel" ? "C" : "G",
    team: channel.teamId,
    event_ts: world.ids.ts(),
    ...(inviter ? { inviter } : {}),
  };
  channelEvent(world, channel, event, userId);
  world.changed();
}
