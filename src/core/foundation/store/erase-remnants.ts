import type { Store } from "./open-store.ts";

/** Tables that have what must be gone once it is deleted: keys, and what the words of a text are found by. */
const HOLDING = ["VaultKey", "SearchEntry", "SearchTerm", "SearchVector"];

/**
 * Makes what was just deleted unreadable in the database's own files: SQLite keeps it in its log until that is emptied,
 * PostgreSQL in the table until it is vacuumed. Call it after a committed erasure. `complete: false` means that a reader
 * was in the way: call it again. Backups and archived logs are not touched.
 */
export async function eraseRemnants({ db, engine }: Store): Promise<{ complete: boolean }> {
  if (engine === "postgresql") {
    for (const table of HOLDING) await db.$executeRawUnsafe(`VACUUM "${table}"`);
    return { complete: true };
  }
  const rows = await db.$queryRawUnsafe<{ busy: number | bigint }[]>("PRAGMA wal_checkpoint(TRUNCATE)");
  return { complete: Number(rows[0]?.busy ?? 1) === 0 };
}
