import {
  AlreadyHandled,
  failArrival,
  finishArrival,
  handling,
  waitingArrivals,
} from "#core/arrivals/handle-arrival.ts";
import { receiveArrival } from "#core/arrivals/receive-arrival.ts";
import type { Core } from "#core/core.ts";

/** What arrived, before anybody was told that it did. `sourceKey` is kept for ever: the same thing is done once. */
export interface Arrived {
  readonly sourceKey: string;
  readonly kind: string;
  readonly payload: string;
}

export interface Taken {
  readonly arrivalId: string;
  readonly kind: string;
  readonly payload: string;
  /** The core whose first transaction also marks the arrival as handled. */
  readonly handling: Core;
}

/** "done" also when the person was told why not; "later" when it must be tried again. */
type Outcome = "done" | "later";

/**
 * "taken": it is ours to do, because it is new or an earlier run left it. "under-way": it is being done. "over": it was
 * done, however long ago.
 */
export type Take =
  | { readonly how: "taken"; readonly taken: Taken }
  | { readonly how: "under-way" | "over"; readonly arrivalId: string };

export interface Intake {
  /** Stores it, unless it was here before. */
  take(arrived: Arrived): Promise<Take>;
  settle(taken: Taken, outcome: Outcome): Promise<void>;
  /** What was stored and not finished, nothing that is being worked on now; the first time all of it, due or not. */
  left(): Promise<readonly Taken[]>;
}

const AT_ONCE = 20;

export function createIntake(core: Core, platform: string): Intake {
  const underWay = new Set<string>();
  /** Marked by their own effect, so that nothing is left to be marked. */
  const marked = new Set<string>();
  const coreFor = (arrivalId: string) => handling(core, arrivalId, () => marked.add(arrivalId));
  let atStart = true;
  return {
    async take({ sourceKey, kind, payload }) {
      const { arrivalId, isOver } = await receiveArrival(core, { sourceKey, platform, kind, payload });
      if (isOver) return { how: "over", arrivalId };
      if (underWay.has(arrivalId)) return { how: "under-way", arrivalId };
      underWay.add(arrivalId);
      return { how: "taken", taken: { arrivalId, kind, payload, handling: coreFor(arrivalId) } };
    },
    async settle({ arrivalId }, outcome) {
      underWay.delete(arrivalId);
      if (marked.delete(arrivalId)) return;
      if (outcome === "done") await finishArrival(core, arrivalId);
      else await failArrival(core, arrivalId);
    },
    async left() {
      const waiting = await waitingArrivals(core, { platform, limit: AT_ONCE, early: atStart });
      atStart = waiting.length === AT_ONCE && atStart;
      const left = waiting.filter(({ arrivalId }) => !underWay.has(arrivalId));
      for (const { arrivalId } of left) underWay.add(arrivalId);
      return left.map((arrival) => ({ ...arrival, handling: coreFor(arrival.arrivalId) }));
    },
  };
}

/** Somebody else did it first; there is nothing to say. */
export function isReplay(error: unknown): boolean {
  return error instanceof AlreadyHandled;
}
