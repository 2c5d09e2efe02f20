import { AsyncLocalStorage } from "node:async_hooks";
import type { Tx } from "./store/open-store.ts";

type Work<T> = (tx: Tx, now: Date) => Promise<T>;
type Run = <T>(work: Work<T>) => Promise<T>;

interface Waiting {
  /** Runs inside a transaction that others share, and gives the way to say that it was committed. */
  readonly together: (tx: Tx, now: Date) => Promise<() => void>;
  readonly alone: () => Promise<void>;
}

/** A transaction holds the database for as long as all of its works take. */
const MOST_TOGETHER = 16;

/**
 * Commits together what waits at the same time: a commit that reaches the disk costs more than the work in it. Whoever
 * waits for nobody is committed at once and alone. When one of several fails, each is run again in a transaction of its own,
 * so that a failure is its own affair; as in any transaction, a work may run more than once.
 */
export function createSharedTx(run: Run): Run {
  const queue: Waiting[] = [];
  let busy = false;

  async function commit(batch: readonly Waiting[]): Promise<void> {
    const [only] = batch;
    if (batch.length === 1 && only !== undefined) return only.alone();
    try {
      const committed = await run(async (tx, now) => {
        const ends: (() => void)[] = [];
        for (const { together } of batch) ends.push(await together(tx, now));
        return ends;
      });
      for (const end of committed) end();
    } catch {
      for (const { alone } of batch) await alone();
    }
  }

  async function drain(): Promise<void> {
    if (busy) return;
    busy = true;
    while (queue.length > 0) await commit(queue.splice(0, MOST_TOGETHER));
    busy = false;
  }

  return (shared) => {
    // Each work goes on in its caller's own context, also in a transaction that somebody else began.
    const own = AsyncLocalStorage.snapshot();
    const work: typeof shared = (tx, now) => own(shared, tx, now);
    return new Promise((resolve, reject) => {
      queue.push({
        together: async (tx, now) => {
          const result = await work(tx, now);
          return () => resolve(result);
        },
        alone: () => run(work).then(resolve, reject),
      });
      void drain();
    });
  };
}
