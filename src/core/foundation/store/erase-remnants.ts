import type { ModelName, Store } from "./open-store.ts";

/** Tables of which an erasure changes what no key seals. */
const HOLDING_ERASED: readonly ModelName[] = [
  "VaultKey",
  "Member",
  "Account",
  "Invite",
  "LinkCode",
  "Question",
  "Case",
  "Copy",
  "Credential",
  "CrisisAlert",
  "Message",
  "Reading",
  "SearchEntry",
  "SearchTerm",
];

/** What PostgreSQL finds words by: a table of that engine alone, which no model stands for. */
const SEARCH_VECTORS = "SearchVector";

/**
 * Makes what was just deleted unreadable in the database's own files: SQLite keeps it in its log until that is emptied,
 * PostgreSQL in the table until it is vacuumed. Call it after a committed erasure. `complete: false` means that a reader
 * was in the way: call it again. Backups and archived logs are not touched.
 */
export async function eraseRemnants({ db, engine }: Store): Promise<{ complete: boolean }> {
  if (engine === "postgresql") {
    const tables = [...HOLDING_ERASED, SEARCH_VECTORS];
    await db.$executeRawUnsafe(`VACUUM ${tables.map((table) => `"${table}"`).join(", ")}`);
    return { complete: true };
  }
  const rows = await db.$queryRawUnsafe<{ busy: number | bigint }[]>("PRAGMA wal_checkpoint(TRUNCATE)");
  return { complete: Number(rows[0]?.busy ?? 1) === 0 };
}
