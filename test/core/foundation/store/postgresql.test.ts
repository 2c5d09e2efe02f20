import pg from "pg";
import { describe, expect, onTestFinished, test } from "vitest";
import { openStore } from "#core/foundation/store/open-store.ts";
import { newDatabase, openForTest } from "../../../support/databases.ts";

/** Resolves when both sides have come this far. */
function meetingPoint(sides: number): () => Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>();
  let arrived = 0;
  return () => {
    arrived += 1;
    if (arrived >= sides) resolve();
    return promise;
  };
}

async function connect(url: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  onTestFinished(() => client.end());
  return client;
}

describe("PostgreSQL", () => {
  test("a deadlock is run again, and both transactions end well", async () => {
    const store = await openForTest(await newDatabase("postgresql"));
    await store.db.meta.createMany({
      data: [
        { name: "a", value: "" },
        { name: "b", value: "" },
      ],
    });
    const bothHold = meetingPoint(2);
    let runs = 0;
    const crossing = (first: string, second: string) =>
      store.tx(async (tx) => {
        runs += 1;
        await tx.meta.update({ where: { name: first }, data: { value: first } });
        await bothHold();
        await tx.meta.update({ where: { name: second }, data: { value: first } });
      });
    await Promise.all([crossing("a", "b"), crossing("b", "a")]);
    expect(runs).toBe(3);
  });

  test("a connection that the server ends fails its transaction and nothing else", async () => {
    const url = await newDatabase("postgresql");
    const warnings: string[] = [];
    const store = await openStore({ url, log: { warn: (event) => warnings.push(event) } });
    onTestFinished(() => store[Symbol.asyncDispose]());
    const admin = await connect(url);
    const end = () =>
      admin.query(
        "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()",
      );
    const struck = store.tx(async (tx) => {
      await tx.meta.create({ data: { name: "struck", value: "" } });
      await end();
      await tx.meta.count();
    });
    await expect(struck).rejects.toThrow();
    await expect.poll(() => store.db.meta.count().catch(() => -1), { timeout: 10_000 }).toBe(0);
    await Promise.all(Array.from({ length: 5 }, () => store.db.meta.count()));
    await end();
    await expect.poll(() => store.db.meta.count().catch(() => -1), { timeout: 10_000 }).toBe(0);
    await store.tx((tx) => tx.meta.create({ data: { name: "after", value: "" } }));
    expect(warnings).toContain("store.connection_lost");
  });
});

test("a statement of our own that gave way in a deadlock is run again", async () => {
  const store = await openForTest(await newDatabase("postgresql"));
  let runs = 0;
  await store.tx(async (tx) => {
    runs += 1;
    if (runs === 1)
      await tx.$executeRawUnsafe("DO $$ BEGIN RAISE EXCEPTION 'x' USING ERRCODE = '40P01'; END $$");
  });
  expect(runs).toBe(2);
});
