import type { Core } from "#core/core.ts";
import type { Tx } from "#core/foundation/store/open-store.ts";
import { wallAt } from "../shifts/zone.ts";

/** How much one person is offered on one day; 0 is no cap. */
export interface Caps {
  readonly casesADay: number;
  readonly urgentADay: number;
}

/** How much of it somebody had today. */
export interface Load {
  readonly cases: number;
  readonly urgent: number;
}

/** What somebody may still be offered. */
export type Room = "all" | "not-urgent" | "none";

export function roomFor({ casesADay, urgentADay }: Caps, { cases, urgent }: Load): Room {
  if (casesADay > 0 && cases >= casesADay) return "none";
  return urgentADay > 0 && urgent >= urgentADay ? "not-urgent" : "all";
}

const URGENT = 3;
/** Longer than a day can be, with an hour that comes twice. */
const DAY_AT_MOST_MS = 26 * 3_600_000;

/**
 * What somebody read or decided today, by the clock of their shifts, else by UTC. A case that they have in hand now counts once
 * it is decided or handed back.
 */
async function loadOf(
  db: Tx | Core["db"],
  { memberId, now }: { memberId: string; now: Date },
): Promise<Load> {
  const reads = await db.caseRead.findMany({
    where: {
      memberId,
      readAt: { gt: new Date(now.getTime() - DAY_AT_MOST_MS) },
      case: {
        OR: [
          { state: { not: "open" } },
          { holderId: null },
          { holderId: { not: memberId } },
          { leaseEndsAt: { lte: now } },
        ],
      },
    },
    select: { readAt: true, case: { select: { severity: true } } },
  });
  const shift = await db.shift.findFirst({ where: { memberId }, select: { zone: true } });
  const dayOf = (at: Date) => wallAt(at, shift?.zone ?? "UTC").day;
  const today = reads.filter(({ readAt }) => dayOf(readAt) === dayOf(now));
  const urgent = today.filter((read) => read.case.severity >= URGENT).length;
  return { cases: today.length, urgent };
}

export async function capsOf(db: Tx | Core["db"], communityId: string): Promise<Caps> {
  const { casesADay, urgentADay } = await db.community.findUniqueOrThrow({ where: { id: communityId } });
  return { casesADay, urgentADay };
}

/** What a member may still be offered today. */
export async function roomOf(
  db: Tx | Core["db"],
  { memberId, caps, now }: { memberId: string; caps: Caps; now: Date },
): Promise<Room> {
  if (caps.casesADay === 0 && caps.urgentADay === 0) return "all";
  return roomFor(caps, await loadOf(db, { memberId, now }));
}
