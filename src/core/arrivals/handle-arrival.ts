import type { Core } from "#core/core.ts";
import type { Tx } from "#core/foundation/store/open-store.ts";

/** The arrival had its effect already: a replay, to be passed over in silence. */
export class AlreadyHandled extends Error {
  constructor() {
    super("handled before");
    this.name = "AlreadyHandled";
  }
}

const MOST_ATTEMPTS = 5;

/** Marks it inside `tx`; the payload goes, the key stays. */
async function markHandled(tx: Tx, arrivalId: string, now: Date): Promise<void> {
  const { count } = await tx.arrival.updateMany({
    where: { id: arrivalId, state: "waiting" },
    data: { state: "handled", handledAtMs: BigInt(now.getTime()), payloadSealed: null },
  });
  if (count === 0) throw new AlreadyHandled();
}

/**
 * A Core whose first transaction also marks the arrival handled, so that its effect and the mark are one commit: after a
 * crash it happens again only if it did not happen. Throws AlreadyHandled from that transaction otherwise. `onHandled` is
 * called after that commit.
 */
export function handling(core: Core, arrivalId: string, onHandled: () => void = () => {}): Core {
  let first = true;
  return {
    ...core,
    tx: async (fn) => {
      if (!first) return core.tx(fn);
      const result = await core.tx(async (tx, now) => {
        await markHandled(tx, arrivalId, now);
        return fn(tx, now);
      });
      first = false;
      onHandled();
      return result;
    },
  };
}

/** Marks an arrival that changed nothing, or that was refused. Already handled is fine. */
export async function finishArrival(core: Core, arrivalId: string): Promise<void> {
  await core.tx(async (tx, now) => {
    await tx.arrival.updateMany({
      where: { id: arrivalId, state: "waiting" },
      data: { state: "handled", handledAtMs: BigInt(now.getTime()), payloadSealed: null },
    });
  });
}

/** Our fault: tried again later, at most 5 times, then left for a human. */
export async function failArrival(core: Core, arrivalId: string): Promise<void> {
  await core.tx(async (tx, now) => {
    const arrival = await tx.arrival.findUnique({ where: { id: arrivalId }, select: { attempts: true } });
    if (arrival === null) return;
    const attempts = arrival.attempts + 1;
    const pauseMs = Math.ceil(core.config.timing.pollMs * 2 ** attempts);
    await tx.arrival.updateMany({
      where: { id: arrivalId, state: "waiting" },
      data: {
        attempts,
        state: attempts >= MOST_ATTEMPTS ? "failed" : "waiting",
        dueAtMs: BigInt(now.getTime() + pauseMs),
      },
    });
  });
}

/** How long what could not be worked on is kept for a human to look at. */
export const FAILED_KEPT_MS = 7 * 86_400_000;

/** What failed long ago is forgotten but for its key: nobody will work on it any more. Gives how many. */
export async function forgetFailedArrivals(core: Core): Promise<number> {
  return core.tx(async (tx, now) => {
    const before = BigInt(now.getTime() - FAILED_KEPT_MS);
    const { count } = await tx.arrival.updateMany({
      where: { state: "failed", payloadSealed: { not: null }, receivedAtMs: { lt: before } },
      data: { payloadSealed: null },
    });
    return count;
  });
}

export interface WaitingArrival {
  readonly arrivalId: string;
  readonly kind: string;
  readonly payload: string;
}

/**
 * What was acknowledged and not handled, most likely because the process died in between; oldest first. One that cannot
 * be read holds up no other. `early` is for a process that just started: nobody is at work on them, so none need be due.
 */
export async function waitingArrivals(
  core: Core,
  { platform, limit, early = false }: { platform: string; limit: number; early?: boolean },
): Promise<WaitingArrival[]> {
  const due = early ? {} : { dueAtMs: { lte: BigInt(core.clock.now().getTime()) } };
  const rows = await core.db.arrival.findMany({
    where: { platform, state: "waiting", ...due },
    orderBy: { receivedAtMs: "asc" },
    take: limit,
  });
  const waiting: WaitingArrival[] = [];
  for (const { id, kind, payloadSealed } of rows) {
    if (payloadSealed === null) continue;
    const place = { table: "Arrival", column: "payloadSealed", row: id };
    try {
      const payload = await core.vault.open(core.db, "system", place, payloadSealed);
      waiting.push({ arrivalId: id, kind, payload });
    } catch (error) {
      core.log.error("arrival.unreadable", { errorName: error instanceof Error ? error.name : typeof error });
      await failArrival(core, id);
    }
  }
  return waiting;
}

/**
 * A form that was refused changed nothing, and the person may send the very same again once the reason is gone: its key is
 * given up. What had an effect keeps its key for ever.
 */
export async function forgetArrival(core: Core, arrivalId: string): Promise<void> {
  await core.tx(async (tx) => {
    await tx.arrival.deleteMany({ where: { id: arrivalId, state: "waiting" } });
  });
}
