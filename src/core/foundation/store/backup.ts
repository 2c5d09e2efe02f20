import { existsSync } from "node:fs";
import { chmod, copyFile, open, rename, rm, stat } from "node:fs/promises";
import { dirname } from "node:path";
import Database from "better-sqlite3";
import { type LockRequest, ROLES, takeLock } from "./daemon-lock.ts";
import { appliedTo } from "./migrate-sqlite.ts";
import { pendingMigrations, readMigrations } from "./migrations.ts";
import { isBusy } from "./sqlite-busy.ts";
import { BackupRefused, SchemaDiffers, SchemaTooNew } from "./store-errors.ts";

type Subject = Omit<LockRequest, "roles">;

function fileOf({ engine, url }: Pick<Subject, "engine" | "url">): string {
  if (engine !== "sqlite") throw new BackupRefused("not-sqlite");
  return url.slice("file:".length);
}

async function syncToDisk(path: string): Promise<void> {
  const handle = await open(path, "r");
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** Throws BackupRefused unless the file is a whole database with a schema that this program knows. */
async function checkDatabase(file: string): Promise<void> {
  if (!existsSync(file)) throw new BackupRefused("missing");
  try {
    const database = new Database(file, { readonly: true });
    try {
      if (database.pragma("quick_check", { simple: true }) !== "ok") throw new BackupRefused("damaged");
      const applied = appliedTo(database);
      if (applied.length === 0) throw new BackupRefused("differs");
      pendingMigrations(await readMigrations("sqlite"), applied);
    } finally {
      database.close();
    }
  } catch (error) {
    if (error instanceof SchemaTooNew) throw new BackupRefused("too-new");
    if (error instanceof SchemaDiffers) throw new BackupRefused("differs");
    const code = (error as { code?: unknown }).code;
    if (code === "SQLITE_NOTADB" || code === "SQLITE_CORRUPT") throw new BackupRefused("damaged");
    throw error;
  }
}

/**
 * Copies the running SQLite database to a new file that its owner alone can read. The copy is one moment's, is checked,
 * and holds no remnant of what was deleted. The vault's keys are not in it: keep them elsewhere. Throws BackupRefused.
 */
export async function backupDatabase(
  source: Pick<Subject, "engine" | "url">,
  { to }: { to: string },
): Promise<{ bytes: number }> {
  const file = fileOf(source);
  if (!existsSync(file)) throw new BackupRefused("missing");
  if (existsSync(to)) throw new BackupRefused("exists");
  const partial = `${to}.partial`;
  await rm(partial, { force: true });
  try {
    const database = new Database(file, { readonly: true });
    try {
      database.prepare("VACUUM INTO ?").run(partial);
    } finally {
      database.close();
    }
    await chmod(partial, 0o600);
    await checkDatabase(partial);
    await syncToDisk(partial);
    await rename(partial, to);
    await syncToDisk(dirname(to));
    return { bytes: (await stat(to)).size };
  } finally {
    await rm(partial, { force: true });
  }
}

/** Merges the log into the file and leaves WAL mode, which SQLite grants only to the last connection. */
function settle(file: string): void {
  const database = new Database(file, { timeout: 0 });
  try {
    if (database.pragma("journal_mode = DELETE", { simple: true }) !== "delete")
      throw new BackupRefused("in-use");
  } catch (error) {
    if (isBusy(error)) throw new BackupRefused("in-use", "another process");
    throw error;
  } finally {
    database.close();
  }
}

/**
 * What waited to be sent when the backup was made may have been sent since: it is looked for on the platform before it is
 * sent again.
 */
function doubtWhatWasPending(file: string, at: Date): void {
  const database = new Database(file);
  try {
    database
      .prepare(
        `UPDATE "Delivery" SET "state" = 'unknown', "triedAtMs" = "createdAtMs", "dueAtMs" = ?, "epoch" = "epoch" + 1
         WHERE "op" = 'post' AND "state" IN ('ready', 'sending', 'checking')`,
      )
      .run(at.getTime());
  } finally {
    database.close();
  }
}

/**
 * Puts a backup in the database's place and keeps the present one beside it; `previous` is its path. Holds the daemon's
 * lock meanwhile. Erasures made since the backup come back with it: `eraseAgain` repeats them. Throws BackupRefused.
 */
export async function restoreDatabase(
  subject: Subject,
  { from, at }: { from: string; at: Date },
): Promise<{ previous: string | undefined }> {
  const file = fileOf(subject);
  await checkDatabase(from);
  const lock = await takeLock({ ...subject, roles: ROLES });
  if (!("release" in lock)) throw new BackupRefused("in-use", lock.heldBy);
  const incoming = `${file}.incoming`;
  try {
    await rm(incoming, { force: true });
    await copyFile(from, incoming);
    await chmod(incoming, 0o600);
    await checkDatabase(incoming);
    doubtWhatWasPending(incoming, at);
    await syncToDisk(incoming);
    const previous = existsSync(file)
      ? `${file}.before-${at.toISOString().replaceAll(/[:.]/g, "-")}`
      : undefined;
    if (previous !== undefined) {
      settle(file);
      await rename(file, previous);
    }
    await rename(incoming, file);
    await syncToDisk(dirname(file));
    return { previous };
  } finally {
    await rm(incoming, { force: true });
    await lock.release();
  }
}
