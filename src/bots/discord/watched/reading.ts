import type { WatchedPlace } from "#core/communities/watched/watched-places.ts";

/** A channel that is read now. */
export interface Reading {
  readonly id: string;
  readonly communityId: string;
  readonly spaceId: string;
  readonly channelId: string;
}

/** The connection to Discord, as far as reading depends on it. */
export interface Line {
  /** Whether it gets what people write. */
  hasContent(): boolean;
  isOpen(): boolean;
  /** Connects anew, with the words of messages or without; false where Discord refuses to give them. */
  reconnect(content: boolean): Promise<boolean>;
}

/** A channel that is read, with how far and under which notice. */
export interface Kept extends Reading {
  noticeId: string;
  readTo: Date;
  /** Something may have been posted that nobody heard. */
  isBehind: boolean;
}

/** Whether a channel is known to be read under just this notice. */
export const isReadUnder = (place: WatchedPlace, noticeId: string): boolean =>
  place.readSince !== undefined && place.noticeId === noticeId && place.trouble === undefined;
