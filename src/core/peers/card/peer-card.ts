import type { Core } from "#core/core.ts";
import type { Tx } from "#core/foundation/store/open-store.ts";
import { isTag, type Tag } from "./tags.ts";
import { isPace, isTime, isZone, type Pace, type Time, type Zone } from "./times.ts";

/** What is kept of a card, as far as it is read here. */
export interface CardRow {
  readonly memberId: string;
  readonly communityId: string;
  readonly tagsSealed: Uint8Array | null;
  readonly pace: string | null;
  readonly times: string | null;
  readonly zone: string | null;
}

const place = (memberId: string) => ({ table: "PeerCard", column: "tagsSealed", row: memberId });

export function sealTags(tx: Tx, { vault }: Pick<Core, "vault">, memberId: string, tags: readonly Tag[]) {
  return vault.seal(tx, { memberId }, place(memberId), JSON.stringify(tags));
}

/** A sealed list of tags, for many to be opened at once. */
export const sealedTags = (memberId: string, blob: Uint8Array) => ({
  owner: { memberId },
  place: place(memberId),
  blob,
});

export async function openTags(
  tx: Tx | Core["db"],
  { vault }: Pick<Core, "vault">,
  { memberId, tagsSealed }: Pick<CardRow, "memberId" | "tagsSealed">,
): Promise<readonly Tag[]> {
  if (tagsSealed === null) return [];
  const tags = JSON.parse(await vault.open(tx, { memberId }, place(memberId), tagsSealed)) as Tag[];
  return tags.filter(isTag);
}

/** How and when somebody would like to write; undefined while they have not said so. */
export interface Manner {
  readonly pace: Pace;
  readonly times: readonly Time[];
  readonly zone: Zone;
}

export function mannerOf({
  pace,
  times,
  zone,
}: Pick<CardRow, "pace" | "times" | "zone">): Manner | undefined {
  if (pace === null || times === null || zone === null || !isPace(pace) || !isZone(zone)) return undefined;
  return { pace, times: times.split(" ").filter(isTime), zone };
}

export const SPOTS = 2 ** 31;
