import type { Channel, StoredMessage } from "./model.ts";
import { controlsOf, messageText } from "./render.ts";
import type { World } from "./world.ts";

export interface Where {
  /** A message's or a channel's id. */
  readonly in?: string;
  readonly containing?: string;
}

export interface ScreenMessage {
  readonly ref: string;
  readonly channelId: string;
  readonly from: string;
  readonly text: string;
  readonly labels: readonly string[];
  readonly ephemeral: boolean;
}

export interface ScreenPlace {
  readonly channelId: string;
  readonly channel: string;
  readonly place: "dm" | "thread" | "channel";
  readonly messages: readonly ScreenMessage[];
}

/** The channels, threads and direct conversations that this person can open now. */
export function channelsOf(world: World, personId: string): Channel[] {
  return [...world.channels.values()].filter((channel) => world.canSee(personId, channel));
}

/** Every message on this person's screens, oldest first. */
export function visibleTo(world: World, personId: string): StoredMessage[] {
  return channelsOf(world, personId)
    .flatMap((channel) => world.in(channel.id))
    .filter(
      ({ deleted, ephemeralFor }) => !deleted && (ephemeralFor === undefined || ephemeralFor === personId),
    )
    .sort((one, other) => (BigInt(one.id) < BigInt(other.id) ? -1 : 1));
}

/** What stands in each place that this person can open, newest last. */
export function screenOf(world: World, personId: string): ScreenPlace[] {
  const visible = visibleTo(world, personId);
  return channelsOf(world, personId).map((channel) => ({
    channelId: channel.id,
    channel: channel.name,
    place: world.place(channel),
    messages: visible
      .filter((message) => message.channelId === channel.id)
      .map((message) => ({
        ref: message.id,
        channelId: channel.id,
        from: world.person(message.authorId).displayName,
        text: messageText(message),
        labels: controlsOf(message.components).map(({ label }) => label),
        ephemeral: message.ephemeralFor !== undefined,
      })),
  }));
}
