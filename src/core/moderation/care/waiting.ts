import type { Core } from "#core/core.ts";
import type { Tx } from "#core/foundation/store/open-store.ts";
import { MODERATED } from "../cases/case.ts";
import { decides } from "../deciders.ts";
import { isOnShift } from "../shifts/on-shift.ts";
import { watchesHere } from "../shifts/watches.ts";
import { type Caps, capsOf, type Room, roomOf } from "./caps.ts";

/** Cases that nobody has in hand. */
export interface Waiting {
  readonly cases: number;
  readonly urgent: number;
}

export async function waitingCases(
  db: Tx | Core["db"],
  { communityId, now }: { communityId: string; now: Date },
): Promise<Waiting> {
  const open = {
    communityId,
    state: "open",
    subjectKind: { in: [...MODERATED] },
    OR: [{ holderId: null }, { leaseEndsAt: { lte: now } }],
  };
  const [cases, urgent] = await Promise.all([
    db.case.count({ where: open }),
    db.case.count({ where: { ...open, severity: { gte: 3 } } }),
  ]);
  return { cases, urgent };
}

/** Who is there now: whoever is on shift; where nobody has shifts, everybody who decides. */
async function peopleThere(db: Tx | Core["db"], communityId: string, now: Date): Promise<string[]> {
  const watches = await watchesHere(db, { communityId });
  if (watches.length > 0) return watches.filter((one) => isOnShift(one, now)).map((one) => one.memberId);
  const deciders = await db.member.findMany({ where: { communityId, ...decides }, select: { id: true } });
  return deciders.map(({ id }) => id);
}

const canTakeOne = (room: Room, { cases, urgent }: Waiting): boolean =>
  room === "all" || (room === "not-urgent" && cases > urgent);

/**
 * What waits although somebody is there, since all of them had as much as the community asks of one person a day; undefined
 * where that is not so.
 */
export async function waitsForCaps(
  db: Tx | Core["db"],
  { communityId, now }: { communityId: string; now: Date },
): Promise<(Waiting & Caps) | undefined> {
  const caps = await capsOf(db, communityId);
  if (caps.casesADay === 0 && caps.urgentADay === 0) return undefined;
  const waiting = await waitingCases(db, { communityId, now });
  if (waiting.cases === 0) return undefined;
  const there = await peopleThere(db, communityId, now);
  if (there.length === 0) return undefined;
  for (const memberId of there)
    if (canTakeOne(await roomOf(db, { memberId, caps, now }), waiting)) return undefined;
  return { ...waiting, ...caps };
}
