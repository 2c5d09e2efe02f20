import type { Core } from "#core/core.ts";
import type { Tx } from "#core/foundation/store/open-store.ts";

/** What is counted for the receipt. */
export const COUNTED = [
  "questions",
  "texts",
  "notes",
  "experiences",
  "messagesToYou",
  "answersKept",
  "credentials",
  "reports",
  "worries",
  "agreements",
] as const;
export type Counted = (typeof COUNTED)[number];
export type Counts = Readonly<Partial<Record<Counted, number>>>;

/** One of the accounts by which somebody was known, opened for the last time. */
export interface OwnAccount {
  readonly id: string;
  readonly platform: string;
  readonly externalKey: string;
  readonly externalId: string;
}

/** Whose data go, in the one transaction in which all of it goes. */
export interface Erasing {
  readonly tx: Tx;
  readonly core: Core;
  readonly communityId: string;
  readonly memberId: string;
  /** The name that they had here until now. */
  readonly pseudonym: string;
  readonly accounts: readonly OwnAccount[];
  readonly now: Date;
}

/** One room's part: it takes away what it has of somebody, and counts it. */
export type EraseRoom = (erasing: Erasing) => Promise<Counts>;
