import type { Core } from "#core/core.ts";
import type { Content } from "../markup.ts";

/** Something that happened to a message; stored before it is worked on. `text` is empty where Discord gives none. */
export interface MessageEvent {
  readonly accountId: string;
  readonly channelId: string;
  readonly messageId: string;
  readonly text: string;
}

export interface MessagePress {
  readonly core: Core;
  readonly event: MessageEvent;
}

/**
 * What to do about it, and what to say to the person in the same place, if anything. It may run again until both are
 * done, so doing it twice must be the same as doing it once.
 */
export interface DiscordEvent {
  readonly kind: string;
  run(press: MessagePress): Promise<Content | undefined>;
}

/** The message as the core knows the source of a text. */
export function sourceOf({ channelId, messageId }: MessageEvent): {
  platform: string;
  channelId: string;
  messageId: string;
} {
  return { platform: "discord", channelId, messageId };
}
