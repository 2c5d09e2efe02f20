import type { Db, Tx } from "#core/foundation/store/open-store.ts";
import { join, sql } from "#core/foundation/store/sql.ts";

/**
 * Counts texts that gained or lost words. In one statement and in the order of the keys, so that two who count the same
 * words wait for each other and never in a ring. A word that no text has any more is forgotten.
 */
export async function countWords(tx: Tx, changes: ReadonlyMap<string, number>): Promise<void> {
  const changed = [...changes].filter(([, by]) => by !== 0).sort(([one], [other]) => (one < other ? -1 : 1));
  if (changed.length === 0) return;
  const rows = join(changed.map(([key, by]) => sql`(${key}, ${by})`));
  await tx.$executeRaw(sql`
    INSERT INTO "SearchTerm" ("termKey", "entries") VALUES ${rows}
    ON CONFLICT ("termKey") DO UPDATE SET "entries" = "SearchTerm"."entries" + EXCLUDED."entries"`);
  const lost = changed.filter(([, by]) => by < 0).map(([key]) => key);
  if (lost.length > 0)
    await tx.searchTerm.deleteMany({ where: { termKey: { in: lost }, entries: { lte: 0 } } });
}

/** How many texts have each word; a word that none has is not in the answer. */
export async function readCounts(db: Db, keys: readonly string[]): Promise<Map<string, number>> {
  const rows = await db.searchTerm.findMany({ where: { termKey: { in: [...keys] } } });
  return new Map(rows.map(({ termKey, entries }) => [termKey, entries]));
}
