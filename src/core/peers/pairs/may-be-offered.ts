import type { Tx } from "#core/foundation/store/open-store.ts";
import { hiddenAmong } from "../blocks/hidden-from.ts";
import { MOST_A_WEEK, MOST_OPEN, OFFER_MS, pairKeyOf, REST_MS, WEEK_MS } from "./pair.ts";

/**
 * Has somebody room for one more offer? An offer that they said yes to, or that the other said no to, takes its room until its
 * day: otherwise a room that came free would tell of the no.
 */
export async function hasRoom(tx: Tx, memberId: string, now: Date): Promise<boolean> {
  const since = new Date(now.getTime() - WEEK_MS);
  const lately = await tx.peerSide.count({ where: { memberId, createdAt: { gt: since } } });
  if (lately >= MOST_A_WEEK) return false;
  const open = await tx.peerSide.count({
    where: {
      memberId,
      answer: { in: ["open", "yes"] },
      pair: { state: { in: ["offered", "declined"] }, closesAt: { gt: now } },
    },
  });
  return open < MOST_OPEN;
}

/** Those who are here, not in a time-out, and reachable on this platform. */
export async function present(
  tx: Tx,
  ids: readonly string[],
  { platform, now }: { platform: string; now: Date },
): Promise<ReadonlySet<string>> {
  const members = await tx.member.findMany({
    where: {
      id: { in: [...ids] },
      state: "active",
      OR: [{ silencedUntil: null }, { silencedUntil: { lte: now } }],
      accounts: { some: { platform } },
    },
    select: { id: true },
  });
  return new Set(members.map(({ id }) => id));
}

/** With whom it came to a pair, or to nothing not long ago. */
async function met(
  tx: Tx,
  memberId: string,
  ids: readonly string[],
  now: Date,
): Promise<ReadonlySet<string>> {
  const since = new Date(now.getTime() - OFFER_MS - REST_MS);
  const pairs = await tx.peerPair.findMany({
    where: {
      pairKey: { in: ids.map((id) => pairKeyOf(memberId, id)) },
      OR: [{ togetherAt: { not: null } }, { createdAt: { gt: since } }],
    },
    select: { sides: { select: { memberId: true } } },
  });
  return new Set(pairs.flatMap(({ sides }) => sides.map((side) => side.memberId)));
}

/** Those of `ids`, in their order, whom this member may be offered to now. */
export async function mayBeOffered(
  tx: Tx,
  ids: readonly string[],
  { memberId, platform, now }: { memberId: string; platform: string; now: Date },
): Promise<readonly string[]> {
  const here = await present(tx, ids, { platform, now });
  const before = await met(tx, memberId, ids, now);
  const hidden = await hiddenAmong(tx, memberId, ids);
  return ids.filter((id) => here.has(id) && !before.has(id) && !hidden.has(id));
}
