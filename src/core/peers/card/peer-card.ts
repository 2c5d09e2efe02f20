import type { Core } from "#core/core.ts";
import type { Tx } from "#core/foundation/store/open-store.ts";
import { peerTagKey } from "#core/foundation/vault/index-keys.ts";
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

/** A random place among all who have a tag. */
function randomSpot({ randomBytes }: Pick<Core, "randomBytes">): number {
  return Buffer.from(randomBytes(4)).readUInt32BE() % SPOTS;
}

/** Puts a card among those that are found; what stood of it before is gone. */
export async function putAmongFound(
  tx: Tx,
  core: Core,
  {
    memberId,
    communityId,
    pace,
    tags,
  }: { memberId: string; communityId: string; pace: Pace; tags: readonly Tag[] },
): Promise<void> {
  await takeFromFound(tx, memberId);
  const spot = randomSpot(core);
  const keys = tags.map((tag) => peerTagKey(core, communityId, tag)).sort();
  await tx.peerTag.createMany({ data: keys.map((tagKey) => ({ memberId, tagKey, pace, spot })) });
}

/** A card that is off is found by nobody. */
export async function takeFromFound(tx: Tx, memberId: string): Promise<void> {
  await tx.peerTag.deleteMany({ where: { memberId } });
}
