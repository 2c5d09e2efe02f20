import Database from "better-sqlite3";
import type { MigrationTarget } from "./migrate.ts";
import type { AppliedMigration } from "./migrations.ts";
import { BUSY_TIMEOUT_MS, retryWhileBusy } from "./sqlite-busy.ts";

/** As Prisma creates it, so that its own tools read it. Its times are text here, milliseconds there: it reads both. */
const LEDGER = `CREATE TABLE IF NOT EXISTS "_prisma_migrations" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "checksum" TEXT NOT NULL,
  "finished_at" DATETIME,
  "migration_name" TEXT NOT NULL,
  "logs" TEXT,
  "rolled_back_at" DATETIME,
  "started_at" DATETIME NOT NULL DEFAULT current_timestamp,
  "applied_steps_count" INTEGER UNSIGNED NOT NULL DEFAULT 0
)`;

const LEDGER_EXISTS = "SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = '_prisma_migrations'";

const APPLIED = `SELECT migration_name AS name, checksum, finished_at IS NOT NULL AS finished
  FROM _prisma_migrations WHERE rolled_back_at IS NULL ORDER BY migration_name`;

const RECORD = `INSERT INTO _prisma_migrations
  (id, checksum, migration_name, started_at, finished_at, applied_steps_count) VALUES (?, ?, ?, ?, ?, 1)`;

interface Row {
  readonly name: string;
  readonly checksum: string;
  readonly finished: number;
}

/** The migrations that a database file says were applied; none when it was never migrated. */
export function appliedTo(database: Database.Database): AppliedMigration[] {
  if (database.prepare(LEDGER_EXISTS).get() === undefined) return [];
  const rows = database.prepare<[], Row>(APPLIED).all();
  return rows.map((row) => ({ ...row, finished: row.finished === 1 }));
}

/** Foreign keys are off while a migration copies tables; what it leaves is checked before it commits. */
export function openSqliteTarget(file: string): MigrationTarget {
  const database = new Database(file, { timeout: BUSY_TIMEOUT_MS });
  return {
    applied: async () => appliedTo(database),
    async alone(decide, id) {
      await retryWhileBusy(() => database.pragma("journal_mode = WAL"));
      for (const pragma of ["synchronous = FULL", "secure_delete = ON", "foreign_keys = OFF"])
        database.pragma(pragma);
      await retryWhileBusy(() => database.exec("BEGIN IMMEDIATE"));
      try {
        const migration = await decide();
        if (migration !== undefined) {
          const startedAt = Date.now();
          database.exec(LEDGER);
          database.exec(migration.sql);
          const broken = database.pragma("foreign_key_check") as unknown[];
          if (broken.length > 0)
            throw new Error(`${migration.name} leaves ${broken.length} broken foreign keys`);
          database.prepare(RECORD).run(id, migration.checksum, migration.name, startedAt, Date.now());
        }
        await retryWhileBusy(() => database.exec("COMMIT"));
        return migration !== undefined;
      } finally {
        if (database.inTransaction) database.exec("ROLLBACK");
      }
    },
    async [Symbol.asyncDispose]() {
      database.close();
    },
  };
}
