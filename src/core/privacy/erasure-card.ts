import type { Wish } from "./erase/erase-all.ts";
import type { Counts } from "./erase/erasing.ts";

/** How many messages were removed in one place, and how many could not be. */
export interface ErasedPlace {
  readonly platform: string;
  readonly place: "dm" | "thread" | "channel";
  readonly removed: number;
  readonly left: number;
}

/** The last message that somebody gets: what went, in numbers, and what stays. */
export interface ErasureCard {
  readonly kind: "erasure";
  readonly community: string;
  readonly wish: Wish;
  readonly at: Date;
  readonly counts: Counts;
  readonly places: readonly ErasedPlace[];
  /** A scrambled mark of the account stays. */
  readonly bound: boolean;
  readonly code: string;
}
