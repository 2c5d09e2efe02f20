import { execFile } from "node:child_process";
import { rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { describe, expect, test } from "vitest";
import { migrate, migrationStatus } from "#core/foundation/store/migrate.ts";
import type { Engine } from "#core/foundation/store/open-store.ts";
import { ENGINES, newDatabase, openForTest } from "../../../support/databases.ts";
import { migrationFolder, SMALL } from "./migration-folder.ts";

const run = promisify(execFile);

const edited = (engine: Engine, folder: string, name: string) => join(folder, engine, name, "migration.sql");

async function emptyDatabase(engine: Engine) {
  return { engine, url: await newDatabase(engine, { migrated: false }) };
}

/** How the process ended: "done", or the signal that killed it. */
async function migrateUntil(killAt: number, url: string, folder: string): Promise<string> {
  const program = join(import.meta.dirname, "migrate-until-killed.ts");
  const args = ["--conditions=source", program, url, folder, String(killAt)];
  return run(process.execPath, args).then(
    ({ stdout }) => stdout,
    (error: { signal: string | null; stderr: string }) => error.signal ?? error.stderr,
  );
}

async function notesIn(url: string): Promise<unknown> {
  const { db } = await openForTest(url);
  return db.$queryRawUnsafe('SELECT "text" FROM "Line"');
}

for (const engine of ENGINES)
  describe(`migrating (${engine})`, () => {
    test("makes all tables of this program, once", async () => {
      const subject = await emptyDatabase(engine);
      const { pending } = await migrationStatus(subject);
      expect(pending.length).toBeGreaterThan(0);
      expect(await migrate(subject)).toEqual({ applied: pending });
      expect(await migrate(subject)).toEqual({ applied: [] });
      expect(await migrationStatus(subject)).toEqual({ engine, applied: pending, pending: [] });
      const { db } = await openForTest(subject.url);
      expect(await db.member.count()).toBe(0);
    });

    test("is recorded as Prisma records it", async () => {
      const subject = await emptyDatabase(engine);
      await migrate(subject, { folder: await migrationFolder(SMALL) });
      const { db } = await openForTest(subject.url);
      const rows = await db.$queryRawUnsafe<Record<string, unknown>[]>(
        `SELECT migration_name, length(checksum) AS digits, applied_steps_count, rolled_back_at
         FROM _prisma_migrations WHERE finished_at >= started_at ORDER BY migration_name`,
      );
      expect(rows.map((row) => ({ ...row, digits: Number(row.digits), applied_steps_count: 1 }))).toEqual(
        Object.keys(SMALL).map((migration_name) => ({
          migration_name,
          digits: 64,
          applied_steps_count: 1,
          rolled_back_at: null,
        })),
      );
    });

    test("is refused by a program that is older than the database", async () => {
      const subject = await emptyDatabase(engine);
      const folder = await migrationFolder(SMALL);
      await migrate(subject, { folder });
      await rm(join(folder, engine, "0002_renamed"), { recursive: true });
      const refusal = { name: "SchemaTooNew", unknown: ["0002_renamed"] };
      await expect(migrate(subject, { folder })).rejects.toMatchObject(refusal);
      await expect(migrationStatus(subject, { folder })).rejects.toMatchObject(refusal);
    });

    test("is refused when a migration was edited after it was applied, or came in between", async () => {
      const subject = await emptyDatabase(engine);
      const folder = await migrationFolder(SMALL);
      await migrate(subject, { folder });
      await writeFile(edited(engine, folder, "0001_start"), "SELECT 1;\n");
      const refusal = { name: "SchemaDiffers", migration: "0001_start", why: "checksum" };
      await expect(migrate(subject, { folder })).rejects.toMatchObject(refusal);
      const withGap = await migrationFolder({ "0000_earlier": "SELECT 1;\n", ...SMALL });
      const gap = { name: "SchemaDiffers", why: "gap" };
      await expect(migrate(subject, { folder: withGap })).rejects.toMatchObject(gap);
    });

    test("keeps nothing of a migration that fails, and all of those before it", async () => {
      const subject = await emptyDatabase(engine);
      const folder = await migrationFolder({ ...SMALL, "0003_wrong": 'DROP TABLE "Line";\n\nNONSENSE;\n' });
      await expect(migrate(subject, { folder })).rejects.toThrow(/syntax/i);
      expect(await notesIn(subject.url)).toEqual([{ text: "kept" }]);
      await writeFile(edited(engine, folder, "0003_wrong"), 'DELETE FROM "Line";\n');
      expect(await migrate(subject, { folder })).toEqual({ applied: ["0003_wrong"] });
      expect(await notesIn(subject.url)).toEqual([]);
    });

    test("by several processes at once applies each migration once", async () => {
      const subject = await emptyDatabase(engine);
      const folder = await migrationFolder(SMALL);
      const outcomes = await Promise.all([1, 2, 3].map(() => migrateUntil(0, subject.url, folder)));
      expect(outcomes).toEqual(["done", "done", "done"]);
      expect(await notesIn(subject.url)).toEqual([{ text: "kept" }]);
    });

    test("can be killed at any statement: only whole migrations stand, and the next run goes on", async () => {
      const folder = await migrationFolder(SMALL);
      const names = Object.keys(SMALL);
      let outcome = "";
      let killAt = 1;
      for (; outcome !== "done"; killAt += 1) {
        const subject = await emptyDatabase(engine);
        outcome = await migrateUntil(killAt, subject.url, folder);
        expect(["SIGKILL", "done"]).toContain(outcome);
        const { applied } = await migrationStatus(subject, { folder });
        expect(names.slice(0, applied.length)).toEqual(applied);
        const rest = await migrate(subject, { folder });
        expect([...applied, ...rest.applied]).toEqual(names);
        expect(await notesIn(subject.url)).toEqual([{ text: "kept" }]);
      }
      // Three statements, BEGIN, ledger and COMMIT each, and more: fewer would mean that nothing was killed.
      expect(killAt).toBeGreaterThan(12);
    }, 120_000);
  });
