import pg from "pg";
import type { MigrationTarget } from "./migrate.ts";
import type { AppliedMigration } from "./migrations.ts";

/** As Prisma creates it, so that its own tools read it. */
const LEDGER = `CREATE TABLE IF NOT EXISTS _prisma_migrations (
  id VARCHAR(36) PRIMARY KEY NOT NULL,
  checksum VARCHAR(64) NOT NULL,
  finished_at TIMESTAMPTZ,
  migration_name VARCHAR(255) NOT NULL,
  logs TEXT,
  rolled_back_at TIMESTAMPTZ,
  started_at TIMESTAMPTZ NOT NULL DEFAULT now(),
  applied_steps_count INTEGER NOT NULL DEFAULT 0
)`;

const APPLIED = `SELECT migration_name AS name, checksum, finished_at IS NOT NULL AS finished
  FROM _prisma_migrations WHERE rolled_back_at IS NULL ORDER BY migration_name COLLATE "C"`;

const RECORD = `INSERT INTO _prisma_migrations
  (id, checksum, migration_name, started_at, finished_at, applied_steps_count)
  VALUES ($1, $2, $3, now(), clock_timestamp(), 1)`;

/** The number that Prisma's own migrate locks too. */
const MIGRATE_LOCK = 72707369;

/** PostgreSQL's DDL is transactional; the advisory lock ends with the transaction, also when the process is killed. */
export async function openPostgresqlTarget(connectionString: string): Promise<MigrationTarget> {
  const client = new pg.Client({ connectionString, application_name: "curbside migrate" });
  let lost: Error | undefined;
  client.on("error", (error) => {
    lost = error;
  });
  await client.connect();

  const applied = async (): Promise<AppliedMigration[]> => {
    const { rows: tables } = await client.query("SELECT to_regclass('_prisma_migrations') AS ledger");
    if ((tables[0] as { ledger: string | null }).ledger === null) return [];
    return (await client.query<AppliedMigration>(APPLIED)).rows;
  };

  return {
    applied,
    async alone(decide, id) {
      await client.query("BEGIN");
      try {
        await client.query("SELECT pg_advisory_xact_lock($1)", [MIGRATE_LOCK]);
        const migration = await decide();
        if (migration !== undefined) {
          await client.query(LEDGER);
          await client.query(migration.sql);
          await client.query(RECORD, [id, migration.checksum, migration.name]);
        }
        await client.query("COMMIT");
        return migration !== undefined;
      } catch (error) {
        if (lost === undefined) await client.query("ROLLBACK");
        throw error;
      }
    },
    async [Symbol.asyncDispose]() {
      await client.end();
    },
  };
}
