import { copyFile, readFile, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import Database from "better-sqlite3";
import { describe, expect, inject, onTestFinished, test } from "vitest";
import { backupDatabase, restoreDatabase } from "#core/foundation/store/backup.ts";
import { takeLock } from "#core/foundation/store/daemon-lock.ts";
import { eraseRemnants } from "#core/foundation/store/erase-remnants.ts";
import { openStore } from "#core/foundation/store/open-store.ts";
import { newDatabase, newSqliteFile, openForTest } from "../../../support/databases.ts";

let home = 0;

async function subjectWith(...names: string[]) {
  home += 1;
  const url = await newDatabase("sqlite");
  const subject = {
    engine: "sqlite",
    url,
    home: join(inject("databaseFolder"), `backup-home-${home}`),
  } as const;
  await using store = await openStore(subject);
  for (const name of names) await store.db.meta.create({ data: { name, value: "" } });
  return { subject, file: url.slice("file:".length) };
}

async function namesIn(url: string): Promise<string[]> {
  await using store = await openStore({ url });
  return (await store.db.meta.findMany({ orderBy: { name: "asc" } })).map(({ name }) => name);
}

const at = new Date("2026-11-25T03:04:05.678Z");

describe("a backup", () => {
  test("is made while the database is in use, is private, and brings back what it held", async () => {
    const { subject } = await subjectWith("early");
    const to = newSqliteFile();
    const store = await openStore(subject);
    await store.db.meta.create({ data: { name: "in the log", value: "" } });
    const { bytes } = await backupDatabase(subject, { to });
    expect((await stat(to)).size).toBe(bytes);
    expect((await stat(to)).mode & 0o777).toBe(0o600);
    await store.db.meta.create({ data: { name: "late", value: "" } });
    await store[Symbol.asyncDispose]();
    const { previous } = await restoreDatabase(subject, { from: to, at });
    expect(await namesIn(subject.url)).toEqual(["early", "in the log"]);
    expect(await namesIn(`file:${previous}`)).toEqual(["early", "in the log", "late"]);
  });

  test("says nothing again by guess: what waited to be sent is looked for first", async () => {
    const { subject } = await subjectWith();
    const to = newSqliteFile();
    {
      await using store = await openStore(subject);
      const order = {
        communityId: "c",
        conversation: "q:1:team",
        seq: 1n,
        kind: "triage",
        platform: "slack",
        targetKind: "channel",
        targetId: "h",
        dueAtMs: 5n,
        createdAtMs: 5n,
      };
      await store.db.delivery.createMany({
        data: [
          { ...order, id: "a", op: "post", subjectId: "1" },
          { ...order, id: "b", op: "post", subjectId: "2", state: "done" },
          { ...order, id: "c", op: "edit", subjectId: "1" },
        ],
      });
    }
    await backupDatabase(subject, { to });
    await restoreDatabase(subject, { from: to, at });
    const { db } = await openForTest(subject.url);
    const rows = await db.delivery.findMany({ orderBy: { id: "asc" } });
    expect(rows.map(({ state }) => state)).toEqual(["unknown", "done", "ready"]);
    expect(rows[0]).toMatchObject({ triedAtMs: 5n, epoch: 1 });
  });

  test("is not made over a file, nor of PostgreSQL", async () => {
    const { subject } = await subjectWith();
    const to = newSqliteFile();
    await writeFile(to, "mine");
    await expect(backupDatabase(subject, { to })).rejects.toMatchObject({ why: "exists" });
    expect(await readFile(to, "utf8")).toBe("mine");
    const postgresql = { engine: "postgresql", url: "postgresql://x" } as const;
    await expect(backupDatabase(postgresql, { to: newSqliteFile() })).rejects.toMatchObject({
      why: "not-sqlite",
    });
  });

  test("that is damaged, of another program or missing is not put back", async () => {
    const { subject, file } = await subjectWith("standing");
    const whole = newSqliteFile();
    await backupDatabase(subject, { to: whole });

    const torn = newSqliteFile();
    const bytes = await readFile(whole);
    // Wipes the middle third; the header and the schema stay readable.
    bytes.fill(0xff, Math.floor(bytes.length / 3), Math.floor((2 * bytes.length) / 3));
    await writeFile(torn, bytes);

    const newer = newSqliteFile();
    await copyFile(whole, newer);
    const database = new Database(newer);
    database.exec(
      "INSERT INTO _prisma_migrations (id, checksum, migration_name, finished_at) VALUES ('x', 'x', '9999_later', 1)",
    );
    database.close();

    const foreign = newSqliteFile();
    new Database(foreign).exec("CREATE TABLE Other (id)").close();

    const text = newSqliteFile();
    await writeFile(
      text,
      "this is a text and not a database at all, though it is long enough to be read as one",
    );

    const cases = { damaged: torn, "too-new": newer, differs: foreign, missing: newSqliteFile() };
    for (const [why, from] of [...Object.entries(cases), ["damaged", text] as const])
      await expect(restoreDatabase(subject, { from, at }), why).rejects.toMatchObject({ why });
    expect(await namesIn(`file:${file}`)).toEqual(["standing"]);
  });

  test("is not put back while a daemon or a command has the database", async () => {
    const { subject } = await subjectWith("standing");
    const from = newSqliteFile();
    await backupDatabase(subject, { to: from });
    const lock = await takeLock({ ...subject, roles: ["sender"] });
    if (!("release" in lock)) throw new Error("the lock is taken");
    await expect(restoreDatabase(subject, { from, at })).rejects.toMatchObject({
      why: "in-use",
      by: `process ${process.pid}`,
    });
    await lock.release();
    const command = await openStore(subject);
    await command.db.meta.count();
    await expect(restoreDatabase(subject, { from, at })).rejects.toMatchObject({ why: "in-use" });
    await command.db.meta.create({ data: { name: "still ours", value: "" } });
    await command[Symbol.asyncDispose]();
    await restoreDatabase(subject, { from, at });
    expect(await namesIn(subject.url)).toEqual(["standing"]);
  });
});

describe("what was erased", () => {
  const secret = "a-wrapped-key-nobody-may-find-again";

  async function holds(file: string): Promise<boolean> {
    const files = [file, `${file}-wal`];
    const contents = await Promise.all(files.map((path) => readFile(path, "latin1").catch(() => "")));
    return contents.some((content) => content.includes(secret));
  }

  test("is gone from the SQLite file and its log, once no reader is in the way", async () => {
    const { subject, file } = await subjectWith();
    const store = await openForTest(subject.url);
    await store.db.meta.create({ data: { name: "secret", value: secret } });
    expect(await holds(file)).toBe(true);
    const reader = new Database(file, { timeout: 0 });
    onTestFinished(() => {
      reader.close();
    });
    reader.exec("BEGIN");
    reader.prepare("SELECT count(*) FROM Meta").get();
    await store.db.meta.delete({ where: { name: "secret" } });
    expect(await eraseRemnants(store)).toEqual({ complete: false });
    expect(await holds(file)).toBe(true);
    reader.exec("COMMIT");
    expect(await eraseRemnants(store)).toEqual({ complete: true });
    expect(await holds(file)).toBe(false);
  });

  test("is vacuumed on PostgreSQL", async () => {
    const store = await openForTest(await newDatabase("postgresql"));
    expect(await eraseRemnants(store)).toEqual({ complete: true });
  });
});
