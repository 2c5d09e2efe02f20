import { spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import Database from "better-sqlite3";
import { describe, expect, onTestFinished, test } from "vitest";
import { StoreBusy } from "#core/foundation/store/store-errors.ts";
import { newDatabase, openForTest } from "../../../support/databases.ts";

/** A process that takes the write lock, says so, and keeps it until its input ends. */
const HOLD = `
  const Database = require("better-sqlite3");
  const database = new Database(process.argv[1]);
  database.exec("BEGIN IMMEDIATE; INSERT INTO Meta VALUES ('held', '')");
  console.log("holding");
  process.stdin.resume().on("end", () => { database.exec("COMMIT"); process.exit(0); });
`;

async function holdElsewhere(url: string) {
  const child = spawn(process.execPath, ["-e", HOLD, url.slice("file:".length)], {
    stdio: ["pipe", "pipe", "inherit"],
  });
  onTestFinished(() => {
    child.kill("SIGKILL");
  });
  await once(createInterface(child.stdout), "line");
  return { letGo: () => child.stdin.end() };
}

describe("a SQLite file that another process is writing to", () => {
  test("is written to once that process is done, while this one goes on reading", async () => {
    const url = await newDatabase("sqlite");
    const store = await openForTest(url);
    const other = await holdElsewhere(url);
    const settled: string[] = [];
    const plain = store.db.meta
      .create({ data: { name: "plain", value: "" } })
      .then(() => settled.push("plain"));
    const inTx = store
      .tx((tx) => tx.meta.create({ data: { name: "tx", value: "" } }))
      .then(() => settled.push("tx"));
    for (let reads = 0; reads < 5; reads += 1) expect(await store.db.meta.count()).toBe(0);
    expect(settled).toEqual([]);
    other.letGo();
    await Promise.all([plain, inTx]);
    expect(await store.db.meta.count()).toBe(3);
  });

  test("gives StoreBusy after a few seconds, having changed nothing and blocked nothing", async () => {
    const url = await newDatabase("sqlite");
    const store = await openForTest(url);
    const other = await holdElsewhere(url);
    let ticks = 0;
    const timer = setInterval(() => {
      ticks += 1;
    }, 20);
    const startedAt = performance.now();
    const outcomes = await Promise.allSettled([
      store.db.meta.create({ data: { name: "plain", value: "" } }),
      store.db.$executeRaw`INSERT INTO "Meta" VALUES ('raw', '')`,
      store.tx((tx) => tx.meta.create({ data: { name: "tx", value: "" } })),
    ]);
    const tookMs = performance.now() - startedAt;
    clearInterval(timer);
    for (const outcome of outcomes)
      expect(outcome).toMatchObject({ status: "rejected", reason: expect.any(StoreBusy) });
    expect(tookMs).toBeGreaterThanOrEqual(5000);
    // A process frozen by SQLite's own waiting would have had none.
    expect(ticks).toBeGreaterThan(25);
    other.letGo();
    const after = await store.tx((tx) => tx.meta.findMany({ orderBy: { name: "asc" } }));
    expect(after.map(({ name }) => name)).toEqual(["held"]);
  });
});

describe("a SQLite disk that is full", () => {
  test("fails the transaction whole, and the store works again once there is room", async () => {
    const url = await newDatabase("sqlite");
    const store = await openForTest(url);
    const value = "x".repeat(2000);
    await store.db.meta.create({ data: { name: "before", value } });
    const rows = await store.db.$queryRawUnsafe<{ page_count: bigint }[]>("PRAGMA page_count");
    const limit = (pages: number) => store.db.$queryRawUnsafe(`PRAGMA max_page_count = ${pages}`);
    await limit(Number(rows[0]?.page_count) + 3);
    const filling = store.tx(async (tx) => {
      for (let index = 0; index < 100; index += 1)
        await tx.meta.create({ data: { name: `filling.${index}`, value } });
    });
    await expect(filling).rejects.toThrow(/full/i);
    expect(await store.db.meta.count()).toBe(1);
    await limit(1_000_000);
    await store.tx((tx) => tx.meta.create({ data: { name: "after", value } }));
    const database = new Database(url.slice("file:".length), { readonly: true });
    onTestFinished(() => {
      database.close();
    });
    expect(database.pragma("integrity_check", { simple: true })).toBe("ok");
    expect(database.prepare("SELECT name FROM Meta ORDER BY name").pluck().all()).toEqual([
      "after",
      "before",
    ]);
  });
});

test("SQLite is opened with the settings that durability and erasure rest on", async () => {
  const store = await openForTest(await newDatabase("sqlite"));
  const pragma = async (name: string) => {
    const rows = await store.db.$queryRawUnsafe<Record<string, unknown>[]>(`PRAGMA ${name}`);
    return String(Object.values(rows[0] ?? {})[0]);
  };
  expect(await pragma("journal_mode")).toBe("wal");
  expect(await pragma("synchronous")).toBe("2");
  expect(await pragma("foreign_keys")).toBe("1");
  expect(await pragma("secure_delete")).toBe("1");
  expect(await pragma("trusted_schema")).toBe("0");
  expect(await pragma("busy_timeout")).toBe("200");
});
