import { setTimeout as sleep } from "node:timers/promises";
import { StoreBusy } from "./store-errors.ts";

/** How long SQLite may wait inside a call. It freezes the event loop meanwhile, so it is short. */
export const BUSY_TIMEOUT_MS = 200;
/** How long we go on trying, without freezing anything. */
const PATIENCE_MS = 5000;

interface DriverCause {
  readonly kind?: unknown;
  readonly originalCode?: unknown;
}

/** True for SQLITE_BUSY in every form: from better-sqlite3, from its adapter, or as Prisma's P1008. */
export function isBusy(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const code = (error as { code?: unknown }).code;
  if (code === "P1008" || (typeof code === "string" && code.startsWith("SQLITE_BUSY"))) return true;
  const cause = error.cause as DriverCause | undefined;
  return cause?.kind === "SocketTimeout";
}

/**
 * Runs `attempt` until SQLite is not busy, pausing 20 to 100 ms between attempts, for 5 s. `attempt` must have changed
 * nothing when it throws busy. Throws StoreBusy when patience ends, and any other error at once.
 */
export async function retryWhileBusy<T>(attempt: (tries: number) => T | Promise<T>): Promise<T> {
  const deadline = performance.now() + PATIENCE_MS;
  for (let tries = 0; ; tries += 1) {
    try {
      return await attempt(tries);
    } catch (error) {
      if (!isBusy(error)) throw error;
      if (performance.now() > deadline) throw new StoreBusy(error);
      await sleep(20 + 80 * Math.random());
    }
  }
}
