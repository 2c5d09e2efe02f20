import { mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import Database from "better-sqlite3";
import pg from "pg";
import { missingGuards, withChecks } from "./guards.ts";
import { postgresqlSchema } from "./postgresql-schema.ts";
import { diffSql, type MigrationFile } from "./schema-engine.ts";
import { startTemporaryPostgres } from "./temporary-postgres.ts";

/**
 * node scripts/migration.ts NAME         writes the next migration for both engines
 * node scripts/migration.ts --redo NAME  rewrites the newest one (before it is released) and keeps its last part
 * node scripts/migration.ts --check      exits 1 and says what differs when the migrations do not give the schema
 */
const root = dirname(dirname(fileURLToPath(import.meta.url)));
const HAND = "-- Written by hand from here on.";
const ENGINES = ["sqlite", "postgresql"] as const;
type Engine = (typeof ENGINES)[number];

interface Context {
  readonly schema: Record<Engine, string>;
  /** A database of a running PostgreSQL. */
  readonly url: string;
}

const folderOf = (engine: Engine) => join(root, "prisma", "migrations", engine);

async function readMigrations(engine: Engine): Promise<MigrationFile[]> {
  await mkdir(folderOf(engine), { recursive: true });
  const entries = await readdir(folderOf(engine), { withFileTypes: true });
  const names = entries
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort();
  const file = (name: string) => join(folderOf(engine), name, "migration.sql");
  return Promise.all(names.map(async (name) => ({ name, sql: await readFile(file(name), "utf8") })));
}

async function presentGuards(engine: Engine, scripts: readonly string[], url: string): Promise<string> {
  if (engine === "sqlite") {
    const database = new Database(":memory:");
    for (const script of scripts) database.exec(script);
    const rows = database
      .prepare<[], { sql: string }>("SELECT sql FROM sqlite_master WHERE sql IS NOT NULL")
      .all();
    database.close();
    return rows.map(({ sql }) => sql).join("\n");
  }
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query("BEGIN");
    for (const script of scripts) await client.query(script);
    const { rows } = await client.query<{ name: string }>(
      "SELECT conname AS name FROM pg_constraint UNION SELECT tgname AS name FROM pg_trigger",
    );
    await client.query("ROLLBACK");
    return rows.map(({ name }) => `"${name}"`).join("\n");
  } finally {
    await client.end();
  }
}

async function problemsOf(engine: Engine, { schema, url }: Context): Promise<string[]> {
  const migrations = await readMigrations(engine);
  const difference = await diffSql({ engine, url, migrations, schema: schema[engine] });
  const scripts = migrations.map(({ sql }) => sql);
  const guards = missingGuards(scripts, await presentGuards(engine, scripts, url));
  return difference === "" ? guards : [`the schema needs:\n${difference}`, ...guards];
}

async function check(context: Context): Promise<void> {
  for (const engine of ENGINES) {
    const problems = await problemsOf(engine, context);
    for (const problem of problems) process.stderr.write(`${engine}: ${problem}\n`);
    if (problems.length > 0) process.exitCode = 1;
  }
  process.stdout.write(
    process.exitCode === 1 ? "Run: npm run db:migration NAME\n" : "Migrations give the schema.\n",
  );
}

async function write(engine: Engine, name: string, redo: boolean, { schema, url }: Context): Promise<void> {
  const all = await readMigrations(engine);
  const replaced = redo ? all.at(-1) : undefined;
  const earlier = replaced ? all.slice(0, -1) : all;
  const difference = await diffSql({ engine, url, migrations: earlier, schema: schema[engine] });
  const hand = replaced?.sql.split(`${HAND}\n`)[1] ?? "";
  const folder = replaced?.name ?? `${String(all.length + 1).padStart(4, "0")}_${name}`;
  await mkdir(join(folderOf(engine), folder), { recursive: true });
  await writeFile(
    join(folderOf(engine), folder, "migration.sql"),
    `${withChecks(difference)}\n\n${HAND}\n${hand}`,
  );
  await writeFile(join(folderOf(engine), "migration_lock.toml"), `provider = "${engine}"\n`);
  process.stdout.write(`prisma/migrations/${engine}/${folder}/migration.sql\n`);
}

const { values, positionals } = parseArgs({
  options: { check: { type: "boolean", default: false }, redo: { type: "boolean", default: false } },
  allowPositionals: true,
});
const name = positionals[0] ?? "";
if (!values.check && !/^[a-z][a-z0-9_]*$/.test(name)) {
  process.stderr.write("Give the migration a name in lower case: node scripts/migration.ts add_inbox\n");
  process.exitCode = 2;
} else {
  const sqlite = await readFile(join(root, "prisma", "schema.prisma"), "utf8");
  await using postgres = await startTemporaryPostgres();
  const context = {
    schema: { sqlite, postgresql: postgresqlSchema(sqlite) },
    url: postgres.url("postgres"),
  };
  if (values.check) await check(context);
  else for (const engine of ENGINES) await write(engine, name, values.redo, context);
}
