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
  /** Which part of the work: two processes of one role exclude each other. */
  readonly role: string;
}

/** The role of a daemon that does everything, and of commands that need the database to themselves. */
export const SOLE_ROLE = "all";

/**
 * Takes the lock of a role, or says who holds it. The operating system (SQLite) or the server (PostgreSQL) frees it when
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
 * Stands by until the lock is free, then holds it; on PostgreSQL the server hands it over at once. Goes on waiting while
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
