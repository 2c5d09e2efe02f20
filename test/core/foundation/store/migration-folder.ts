import { mkdir, mkdtemp, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { inject } from "vitest";

/** Two small migrations that both engines take: the second copies what the first stored. Statements end with a blank line. */
export const SMALL: Readonly<Record<string, string>> = {
  "0001_start": `CREATE TABLE "Note" ("id" INTEGER PRIMARY KEY, "text" TEXT NOT NULL);

INSERT INTO "Note" VALUES (1, 'kept');

CREATE INDEX "Note_text" ON "Note"("text");
`,
  "0002_renamed": `CREATE TABLE "Line" ("id" INTEGER PRIMARY KEY, "text" TEXT NOT NULL);

INSERT INTO "Line" SELECT "id", "text" FROM "Note";

DROP TABLE "Note";
`,
};

/** Writes migrations into a new folder, the same for both engines, and returns it. */
export async function migrationFolder(migrations: Readonly<Record<string, string>>): Promise<string> {
  const folder = await mkdtemp(join(inject("databaseFolder"), "migrations-"));
  for (const engine of ["sqlite", "postgresql"])
    for (const [name, sql] of Object.entries(migrations)) {
      await mkdir(join(folder, engine, name), { recursive: true });
      await writeFile(join(folder, engine, name, "migration.sql"), sql);
    }
  return folder;
}
