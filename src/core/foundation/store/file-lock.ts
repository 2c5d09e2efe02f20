import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import Database from "better-sqlite3";
import { type DaemonLock, inOrder, type LockRequest, type Role } from "./daemon-lock.ts";
import { isBusy } from "./sqlite-busy.ts";

const POLL_MS = 250;

/** The holder writes its number just after it took the lock, so there may be none for a moment. */
function holderIn(note: string): string {
  try {
    return `process ${readFileSync(note, "utf8").trim()}`;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ENOENT") throw error;
    return "another process";
  }
}

/** A tiny SQLite file beside the database, held in an exclusive transaction; the process's number is written next to it. */
function takeOne(folder: string, role: Role): Database.Database | { readonly heldBy: string } {
  const note = join(folder, `${role}.pid`);
  const file = new Database(join(folder, `${role}.db`), { timeout: 0 });
  try {
    file.exec("BEGIN EXCLUSIVE");
  } catch (error) {
    file.close();
    if (!isBusy(error)) throw error;
    return { heldBy: holderIn(note) };
  }
  writeFileSync(note, `${process.pid}\n`, { mode: 0o600 });
  return file;
}

/** Takes all of the roles now, or none of them. */
export function takeFileLock({ home, roles }: LockRequest): DaemonLock | { readonly heldBy: string } {
  const folder = join(home, "locks");
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const held: Database.Database[] = [];
  const letGo = (): void => {
    for (const file of held.splice(0)) file.close();
  };
  for (const role of inOrder(roles)) {
    const taken = takeOne(folder, role);
    if ("heldBy" in taken) {
      letGo();
      return taken;
    }
    held.push(taken);
  }
  return {
    lost: new Promise(() => undefined),
    release: async () => letGo(),
  };
}

/** Looks four times a second. Throws what `signal` was aborted with. */
export async function waitForFileLock(request: LockRequest, signal: AbortSignal): Promise<DaemonLock> {
  for (;;) {
    signal.throwIfAborted();
    const lock = takeFileLock(request);
    if ("release" in lock) return lock;
    await sleep(POLL_MS);
  }
}
