import { randomUUID } from "node:crypto";
import { type AppliedMigration, type Migration, pendingMigrations, readMigrations } from "./migrations.ts";
import type { Engine, Store } from "./open-store.ts";

/** A database as the runner needs it: one connection of its own, which one migrating process at a time may use. */
export interface MigrationTarget extends AsyncDisposable {
  applied(): Promise<AppliedMigration[]>;
  /** Runs `decide` and applies what it returns, one transaction each, while no other process migrates. */
  alone(decide: () => Promise<Migration | undefined>, record: string): Promise<boolean>;
}

type Subject = Pick<Store, "engine" | "url">;

async function openTarget({ engine, url }: Subject): Promise<MigrationTarget> {
  if (engine === "sqlite") {
    const { openSqliteTarget } = await import("./migrate-sqlite.ts");
    return openSqliteTarget(url.slice("file:".length));
  }
  const { openPostgresqlTarget } = await import("./migrate-postgresql.ts");
  return openPostgresqlTarget(url);
}

/**
 * Applies what is missing, each migration in a transaction of its own together with its row in `_prisma_migrations`:
 * a process that is killed leaves whole migrations only, and two that migrate at once take turns. Uses a connection of
 * its own. Throws SchemaTooNew, SchemaDiffers, StoreBusy; never applies anything then.
 */
export async function migrate(
  store: Subject,
  { folder }: { folder?: string } = {},
): Promise<{ applied: string[] }> {
  const known = await readMigrations(store.engine, folder);
  await using target = await openTarget(store);
  const applied: string[] = [];
  for (;;) {
    let chosen: Migration | undefined;
    const done = await target.alone(async () => {
      chosen = pendingMigrations(known, await target.applied())[0];
      return chosen;
    }, randomUUID());
    if (!done || chosen === undefined) return { applied };
    applied.push(chosen.name);
  }
}

export interface MigrationStatus {
  readonly engine: Engine;
  readonly applied: readonly string[];
  readonly pending: readonly string[];
}

/** What is applied and what is not, changing nothing. Throws as migrate() does. */
export async function migrationStatus(
  store: Subject,
  { folder }: { folder?: string } = {},
): Promise<MigrationStatus> {
  const known = await readMigrations(store.engine, folder);
  await using target = await openTarget(store);
  const applied = await target.applied();
  const pending = pendingMigrations(known, applied);
  const name = ({ name }: { name: string }) => name;
  return { engine: store.engine, applied: applied.map(name), pending: pending.map(name) };
}
