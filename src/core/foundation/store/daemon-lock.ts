import type { Engine } from "./open-store.ts";

export interface DaemonLock {
  /** Never rejects; resolves when the lock was lost without being released (PostgreSQL: its connection broke). */
  readonly lost: Promise<void>;
  release(): Promise<void>;
}

export interface LockRequest {
  readonly engine: Engine;
  readonly home: string;
  readonly url: string;
  /** Which parts of the work: two processes that share one exclude each other. */
  readonly roles: readonly Role[];
}

/**
 * The parts of the work that a daemon may have alone: taking in over open connections, taking in over HTTP, what time
 * brings about, sending. What needs the database to itself takes all of them.
 */
export const ROLES = ["gateway", "http", "worker", "sender"] as const;
export type Role = (typeof ROLES)[number];

/** Always in the same order, so that two that wait for each other's roles cannot wait for ever. */
export function inOrder(roles: readonly Role[]): Role[] {
  return ROLES.filter((role) => roles.includes(role));
}

/**
 * Takes the lock of every role that is asked for, or of none and says who holds one. The operating system (SQLite) or the server (PostgreSQL) frees it when
 * the process dies, however it dies.
 */
export async function takeLock(request: LockRequest): Promise<DaemonLock | { readonly heldBy: string }> {
  if (request.engine === "sqlite") {
    const { takeFileLock } = await import("./file-lock.ts");
    return takeFileLock(request);
  }
  const { takeServerLock } = await import("./server-lock.ts");
  return takeServerLock(request);
}

/**
 * Stands by until all of the roles are free, then holds them; on PostgreSQL the server hands it over at once. Goes on waiting while
 * the server is away. Throws what `signal` was aborted with.
 */
export async function waitForLock(request: LockRequest, signal: AbortSignal): Promise<DaemonLock> {
  if (request.engine === "sqlite") {
    const { waitForFileLock } = await import("./file-lock.ts");
    return waitForFileLock(request, signal);
  }
  const { waitForServerLock } = await import("./server-lock.ts");
  return waitForServerLock(request, signal);
}
