import type { ChannelPurpose } from "#core/communities/link-channel.ts";

/** What a channel is called when we make it; found again by this name. */
export const CHANNEL_NAMES = {
  ask: "ask-a-volunteer",
  intake: "curbside-intake",
  moderation: "curbside-moderation",
  crisis: "curbside-crisis",
  peers: "meet-somebody",
  library: "answers-we-kept",
} as const satisfies Record<ChannelPurpose, string>;

/** How a channel came to be used: it stood, was found by its name, or was made. */
export interface ReadyChannel {
  readonly channelId: string;
  readonly how: "stands" | "found" | "made";
}
