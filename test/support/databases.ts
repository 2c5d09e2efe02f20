import { randomUUID } from "node:crypto";
import { copyFile } from "node:fs/promises";
import { join } from "node:path";
import Database from "better-sqlite3";
import { beforeAll, describe, inject, onTestFinished } from "vitest";
import { migrate } from "#core/foundation/store/migrate.ts";
import { type Engine, openStore, type Store } from "#core/foundation/store/open-store.ts";

export const ENGINES: readonly Engine[] = ["sqlite", "postgresql"];

/** A path that no other test uses, removed after the run. */
export function newSqliteFile(): string {
  return join(inject("databaseFolder"), `${randomUUID()}.db`);
}

let template: Promise<string> | undefined;

async function migratedSqliteFile(): Promise<string> {
  template ??= (async () => {
    const file = newSqliteFile();
    await migrate({ engine: "sqlite", url: `file:${file}` });
    const database = new Database(file);
    database.pragma("wal_checkpoint(TRUNCATE)");
    database.close();
    return file;
  })();
  const copy = newSqliteFile();
  await copyFile(await template, copy);
  return copy;
}

/** The address of a new database of its own, with all tables unless `migrated` is false. */
export async function newDatabase(engine: Engine, { migrated = true } = {}): Promise<string> {
  if (engine === "sqlite") return `file:${migrated ? await migratedSqliteFile() : newSqliteFile()}`;
  const response = await fetch(`${inject("postgresBroker")}/${migrated ? "migrated" : "empty"}`);
  const text = await response.text();
  if (!response.ok) throw new Error(text);
  return text;
}

/** A store that is closed when the running test ends. */
export async function openForTest(url: string): Promise<Store> {
  const store = await openStore({ url });
  onTestFinished(() => store[Symbol.asyncDispose]());
  return store;
}

export interface TestDatabase {
  readonly engine: Engine;
  /** The address of the database that this describe block shares. */
  url(): string;
  /** Opens the shared database; closed when the test ends. */
  open(): Promise<Store>;
  /** Opens a database that nothing else uses; closed when the test ends. */
  openNew(): Promise<Store>;
}

/** Describes the same facts on SQLite and on PostgreSQL, each with a migrated database made for this block. */
export function describeOnBoth(name: string, body: (database: TestDatabase) => void): void {
  for (const engine of ENGINES)
    describe(`${name} (${engine})`, () => {
      let shared = "";
      beforeAll(async () => {
        shared = await newDatabase(engine);
      });
      body({
        engine,
        url: () => shared,
        open: () => openForTest(shared),
        openNew: async () => openForTest(await newDatabase(engine)),
      });
    });
}
