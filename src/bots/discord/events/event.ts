import type { Core } from "#core/core.ts";
import type { NeverKept } from "#core/credentials/proof/never-kept.ts";
import type { PushedKind } from "#core/screening/policies/pushed-rules.ts";
import type { Content } from "../markup.ts";

/** Something that happened to a message; stored before it is worked on. `text` is empty where Discord gives none. */
export interface MessageEvent {
  readonly accountId: string;
  readonly channelId: string;
  readonly messageId: string;
  readonly text: string;
  readonly hasFile?: boolean;
  /** What was taken out of it before it was stored, while its writer's claim was open. */
  readonly unkept?: readonly Unkept[];
  readonly found?: FilterFind;
  readonly post?: PostFind;
}

/** What was found in a message of a watched channel. */
export interface PostFind {
  readonly spaceId: string;
  readonly kinds: readonly PushedKind[];
  /** As ISO 8601. */
  readonly at: string;
  readonly edited: boolean;
}

/** What Discord's own filter found, as far as it says so; `messageId` of its event is empty where the message was stopped. */
export interface FilterFind {
  readonly spaceId: string;
  readonly ruleId: string;
  /** The word or pattern that found it; empty where Discord names none. */
  readonly keyword: string;
  /** As ISO 8601. */
  readonly at: string;
  /** It stands where not everybody reads along. */
  readonly isPrivate: boolean;
}

export type Unkept = NeverKept | "file";

export interface MessagePress {
  readonly core: Core;
  readonly event: MessageEvent;
  /** Removes a message; false where the bot may not. */
  readonly remove: (channelId: string, messageId: string) => Promise<boolean>;
  /** Of which kind of policy a rule of the server's filter is; undefined where it is not Curbside's. */
  readonly kindOfRule: (found: FilterFind) => Promise<PushedKind | undefined>;
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
