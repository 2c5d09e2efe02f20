import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { readdir, readFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Engine } from "./open-store.ts";
import { SchemaDiffers, SchemaTooNew } from "./store-errors.ts";

export interface Migration {
  readonly name: string;
  readonly sql: string;
  /** SHA-256 of the file, in hex, as Prisma records it. */
  readonly checksum: string;
}

/** A row of `_prisma_migrations` that was not rolled back. */
export interface AppliedMigration {
  readonly name: string;
  readonly checksum: string;
  readonly finished: boolean;
}

/** The package's own prisma/migrations: this file runs from src/ in development and from dist/ when installed. */
export function migrationsFolder(): string {
  for (let folder = dirname(fileURLToPath(import.meta.url)); ; folder = dirname(folder)) {
    const candidate = join(folder, "prisma", "migrations");
    if (existsSync(candidate)) return candidate;
    if (dirname(folder) === folder) throw new Error("this installation has no prisma/migrations folder");
  }
}

/** The migrations for one engine, in order. */
export async function readMigrations(engine: Engine, folder = migrationsFolder()): Promise<Migration[]> {
  const entries = await readdir(join(folder, engine), { withFileTypes: true });
  const names = entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name);
  return Promise.all(
    names.sort().map(async (name) => {
      const sql = await readFile(join(folder, engine, name, "migration.sql"), "utf8");
      return { name, sql, checksum: createHash("sha256").update(sql).digest("hex") };
    }),
  );
}

/**
 * The migrations still to apply. Throws SchemaTooNew when the database has one that is not known here, and
 * SchemaDiffers when one was edited after it was applied, did not end, or was skipped.
 */
export function pendingMigrations(
  known: readonly Migration[],
  applied: readonly AppliedMigration[],
): readonly Migration[] {
  const byName = new Map(known.map((migration) => [migration.name, migration]));
  const unknown = applied.filter(({ name }) => !byName.has(name)).map(({ name }) => name);
  if (unknown.length > 0) throw new SchemaTooNew(unknown);
  const done = new Map(applied.map((row) => [row.name, row]));
  known.forEach(({ name, checksum }, index) => {
    const row = done.get(name);
    if (row === undefined) return;
    if (!row.finished) throw new SchemaDiffers(name, "unfinished");
    if (row.checksum !== checksum) throw new SchemaDiffers(name, "checksum");
    if (index >= done.size) throw new SchemaDiffers(name, "gap");
  });
  return known.filter(({ name }) => !done.has(name));
}
