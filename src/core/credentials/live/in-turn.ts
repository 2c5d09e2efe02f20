import { setTimeout as wait } from "node:timers/promises";

interface Lane {
  tail: Promise<void>;
  /** On the clock of `performance`. */
  freeAt: number;
}

const lanes = new Map<string, Lane>();

/** Waits for another's turn to end; throws the signal's reason when that comes first. */
function turnOf(before: Promise<void>, signal: AbortSignal): Promise<void> {
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  const stop = () => reject(signal.reason);
  signal.addEventListener("abort", stop, { once: true });
  void before.then(resolve);
  return promise.finally(() => signal.removeEventListener("abort", stop));
}

/** Does one piece of work at a time for each `lane`, in order, with a pause after each. Nobody's failure is another's. */
export async function inTurn<T>(
  name: string,
  { pauseMs, signal }: { readonly pauseMs: number; readonly signal: AbortSignal },
  work: () => Promise<T>,
): Promise<T> {
  signal.throwIfAborted();
  const lane = lanes.get(name) ?? { tail: Promise.resolve(), freeAt: 0 };
  lanes.set(name, lane);
  const before = lane.tail;
  const { promise: done, resolve } = Promise.withResolvers<void>();
  lane.tail = before.then(() => done);
  try {
    await turnOf(before, signal);
    await wait(Math.max(0, lane.freeAt - performance.now()), undefined, { signal });
    try {
      return await work();
    } finally {
      lane.freeAt = performance.now() + pauseMs;
    }
  } finally {
    resolve();
  }
}
