import { type Actor, can, type Role } from "#core/access.ts";
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

async function waitingCases(
  db: Tx | Core["db"],
  { communityId, onlyLeads, now }: { communityId: string; onlyLeads: boolean; now: Date },
): Promise<Waiting> {
  const open = {
    communityId,
    onlyLeads,
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

async function deciders(db: Tx | Core["db"], communityId: string): Promise<Actor[]> {
  const people = await db.member.findMany({ where: { communityId, ...decides }, include: { roles: true } });
  return people.map(({ id, pseudonym, roles }) => ({
    memberId: id,
    communityId,
    pseudonym,
    roles: roles.map(({ role }) => role as Role),
  }));
}

/** Who is there now: whoever is on shift; where nobody has shifts, everybody who decides. */
async function peopleThere(db: Tx | Core["db"], communityId: string, now: Date): Promise<Actor[]> {
  const watches = await watchesHere(db, { communityId });
  if (watches.length === 0) return deciders(db, communityId);
  return watches.filter((one) => isOnShift(one, now)).map((one) => ({ ...one, communityId }));
}

const canTakeOne = (room: Room, { cases, urgent }: Waiting): boolean =>
  room === "all" || (room === "not-urgent" && cases > urgent);

/**
 * What waits although somebody is there who may have it, since all of them had as much as the community asks of one person a
 * day; undefined where that is not so. That a moderator has room helps no case that is for leads alone.
 */
export async function waitsForCaps(
  db: Tx | Core["db"],
  { communityId, now }: { communityId: string; now: Date },
): Promise<(Waiting & Caps) | undefined> {
  const caps = await capsOf(db, communityId);
  if (caps.casesADay === 0 && caps.urgentADay === 0) return undefined;
  const waits = { cases: 0, urgent: 0 };
  for (const onlyLeads of [false, true]) {
    const waiting = await waitingCases(db, { communityId, onlyLeads, now });
    if (waiting.cases === 0) continue;
    const there = await peopleThere(db, communityId, now);
    const theirs = onlyLeads ? there.filter((actor) => can(actor, "case.read-private")) : there;
    const rooms: Room[] = [];
    for (const { memberId } of theirs) rooms.push(await roomOf(db, { memberId, caps, now }));
    if (rooms.length === 0 || rooms.some((room) => canTakeOne(room, waiting))) continue;
    waits.cases += waiting.cases;
    waits.urgent += waiting.urgent;
  }
  return waits.cases === 0 ? undefined : { ...waits, ...caps };
}
