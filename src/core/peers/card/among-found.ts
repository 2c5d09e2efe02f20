import type { Core } from "#core/core.ts";
import type { Tx } from "#core/foundation/store/open-store.ts";
import { peerTagKey } from "#core/foundation/vault/index-keys.ts";
import { mayMentor } from "../mentors/room.ts";
import { mannerOf, openTags, SPOTS } from "./peer-card.ts";
import type { Tag } from "./tags.ts";
import { wantsPeers } from "./wants.ts";

/** The same tag is found by one key among members, and by another among mentors who have room. */
export const tagKeyOf = (core: Core, communityId: string, tag: Tag, { asMentor }: { asMentor: boolean }) =>
  peerTagKey(core, communityId, asMentor ? `mentor/${tag}` : tag);

/** A random place among all who have a tag. */
function randomSpot({ randomBytes }: Pick<Core, "randomBytes">): number {
  return Buffer.from(randomBytes(4)).readUInt32BE() % SPOTS;
}

/** A card that is off is found by nobody. */
export async function takeFromFound(tx: Tx, memberId: string): Promise<void> {
  await tx.peerTag.deleteMany({ where: { memberId } });
}

/**
 * Puts a whole card among those that are found, as it and its member's mentoring are now; what stood of it before is gone. A
 * mentor without room is found by no look, so looks spend their few rows on those who have some.
 */
export async function putAmongFound(
  tx: Tx,
  core: Core,
  { memberId, now }: { memberId: string; now: Date },
): Promise<void> {
  await takeFromFound(tx, memberId);
  const card = await tx.peerCard.findUniqueOrThrow({ where: { memberId } });
  const pace = mannerOf(card)?.pace;
  if (pace === undefined) return;
  const spot = randomSpot(core);
  const tags = await openTags(tx, core, card);
  const ways = [
    ...(wantsPeers(card.wants) ? [{ asMentor: false }] : []),
    ...((await mayMentor(tx, { memberId, now })) ? [{ asMentor: true }] : []),
  ];
  const keys = ways.flatMap((way) => tags.map((tag) => tagKeyOf(core, card.communityId, tag, way))).sort();
  await tx.peerTag.createMany({ data: keys.map((tagKey) => ({ memberId, tagKey, pace, spot })) });
}

/** The same for whoever switched matching on; for all others nothing changes. */
export async function renewAmongFound(
  tx: Tx,
  core: Core,
  { memberId, now }: { memberId: string; now: Date },
): Promise<void> {
  if ((await tx.peerCard.count({ where: { memberId, state: "on" } })) > 0)
    await putAmongFound(tx, core, { memberId, now });
}
