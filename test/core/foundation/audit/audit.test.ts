import { generateKeyPairSync } from "node:crypto";
import Database from "better-sqlite3";
import fc from "fast-check";
import pg from "pg";
import { describe, expect, test } from "vitest";
import { canonicalJson } from "#core/foundation/audit/canonical-json.ts";
import { formatHead, GENESIS, hashOf, idOf } from "#core/foundation/audit/chain.ts";
import { writeCheckpoint } from "#core/foundation/audit/checkpoint.ts";
import { record } from "#core/foundation/audit/record.ts";
import { verifyAudit } from "#core/foundation/audit/verify-audit.ts";
import type { Engine, Store } from "#core/foundation/store/open-store.ts";
import { describeOnBoth, openForTest } from "../../../support/databases.ts";

const facts = (index: number) => ({
  at: 1_000 + index,
  communityId: "c1",
  actor: "ana",
  verb: "question.claimed",
  subject: `q${index}`,
  detail: { count: index, codes: ["a", "b"] },
});

async function logOf(store: Store, entries: number): Promise<Store> {
  await store.tx(async (tx) => {
    for (let index = 1; index <= entries; index += 1) await record(tx, facts(index));
  });
  return store;
}

/** Changes the database as somebody would who owns the file: the triggers that refuse it are dropped first. */
async function tamper({ engine, url }: { engine: Engine; url: string }, sql: string): Promise<void> {
  if (engine === "sqlite") {
    const database = new Database(url.slice("file:".length));
    for (const verb of ["changed", "removed"])
      database.exec(`DROP TRIGGER IF EXISTS "AuditEntry_is_never_${verb}"`);
    database.exec(sql);
    database.close();
    return;
  }
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query(`ALTER TABLE "AuditEntry" DISABLE TRIGGER USER; ${sql}`);
  await client.end();
}

/** Ways to falsify a log of six entries; `seq` is the entry that verification has to name. */
const FORGERIES: Record<string, { sql: string; seq: number; why: string }> = {
  "an actor changed": { sql: `UPDATE "AuditEntry" SET actor = 'ben' WHERE seq = 3`, seq: 3, why: "content" },
  "a verb changed": { sql: `UPDATE "AuditEntry" SET verb = 'x' WHERE seq = 1`, seq: 1, why: "content" },
  "a subject changed": { sql: `UPDATE "AuditEntry" SET subject = 'x' WHERE seq = 6`, seq: 6, why: "content" },
  "a time changed": { sql: `UPDATE "AuditEntry" SET "atMs" = 1 WHERE seq = 2`, seq: 2, why: "content" },
  "a community removed": {
    sql: `UPDATE "AuditEntry" SET "communityId" = NULL WHERE seq = 2`,
    seq: 2,
    why: "content",
  },
  "a detail changed by a byte": {
    sql: `UPDATE "AuditEntry" SET detail = replace(detail, '4', '5') WHERE seq = 4`,
    seq: 4,
    why: "content",
  },
  "an id changed": { sql: `UPDATE "AuditEntry" SET id = 'x' WHERE seq = 4`, seq: 4, why: "content" },
  "a hash changed": {
    sql: `UPDATE "AuditEntry" SET hash = '${"f".repeat(64)}' WHERE seq = 5`,
    seq: 5,
    why: "content",
  },
  "a link changed": {
    sql: `UPDATE "AuditEntry" SET prev = '${"0".repeat(64)}' WHERE seq = 5`,
    seq: 5,
    why: "link",
  },
  "an entry removed": { sql: `DELETE FROM "AuditEntry" WHERE seq = 3`, seq: 3, why: "gap" },
  "the first entry removed": { sql: `DELETE FROM "AuditEntry" WHERE seq = 1`, seq: 1, why: "gap" },
  "the newest entry removed": { sql: `DELETE FROM "AuditEntry" WHERE seq = 6`, seq: 6, why: "head" },
  "all entries removed": { sql: `DELETE FROM "AuditEntry"`, seq: 1, why: "head" },
  "the head removed": { sql: `DELETE FROM "Meta"`, seq: 7, why: "head" },
  "the head made unreadable": { sql: `UPDATE "Meta" SET value = 'x'`, seq: 7, why: "head" },
  "two entries swapped": {
    sql: `UPDATE "AuditEntry" SET seq = 100 WHERE seq = 2; UPDATE "AuditEntry" SET seq = 2 WHERE seq = 3;
          UPDATE "AuditEntry" SET seq = 3 WHERE seq = 100`,
    seq: 2,
    why: "link",
  },
  "an entry put after the last": {
    sql: `INSERT INTO "AuditEntry" SELECT 7, 'new', "atMs", "communityId", actor, verb, subject, detail, hash, hash
          FROM "AuditEntry" WHERE seq = 6`,
    seq: 7,
    why: "content",
  },
};

describeOnBoth("the audit log", ({ openNew }) => {
  test("of untouched entries verifies, and so does an empty one", async () => {
    const store = await openNew();
    expect(await verifyAudit(store)).toEqual({ ok: true, entries: 0, head: GENESIS.hash });
    await logOf(store, 3);
    const last = await store.db.auditEntry.findFirstOrThrow({ orderBy: { seq: "desc" } });
    expect(await verifyAudit(store)).toEqual({ ok: true, entries: 3, head: last.hash });
    expect(last).toMatchObject({
      seq: 3n,
      actor: "ana",
      subject: "q3",
      detail: '{"codes":["a","b"],"count":3}',
    });
  });

  test("grows with the act and not without it", async () => {
    const store = await openNew();
    const failed = store.tx(async (tx) => {
      await record(tx, facts(1));
      throw new Error("the act failed");
    });
    await expect(failed).rejects.toThrow("the act failed");
    await store.tx(async (tx) => {
      await record(tx, facts(2));
      await record(tx, facts(3));
    });
    expect(await verifyAudit(store)).toMatchObject({ ok: true, entries: 2 });
  });

  test("written by many at once, over two connections, has no gap and no fork", async () => {
    const store = await openNew();
    const second = await openForTest(store.url);
    await Promise.all(
      Array.from({ length: 24 }, (_, index) =>
        (index % 2 === 0 ? store : second).tx((tx) => record(tx, facts(index))),
      ),
    );
    expect(await verifyAudit(store)).toMatchObject({ ok: true, entries: 24 });
  });

  test("refuses a text, a fraction, and the act that came with it", async () => {
    const store = await openNew();
    const withDetail = (detail: { note: string } | { share: number }) =>
      store.tx(async (tx) => {
        await tx.meta.create({ data: { name: "act", value: "" } });
        await record(tx, { ...facts(1), detail });
      });
    await expect(withDetail({ note: "x".repeat(201) })).rejects.toThrow("ids, codes and counts");
    await expect(withDetail({ share: 0.5 })).rejects.toThrow("whole numbers");
    expect(await store.db.meta.findUnique({ where: { name: "act" } })).toBeNull();
    expect(await verifyAudit(store)).toMatchObject({ ok: true, entries: 0 });
  });

  test.each(Object.entries(FORGERIES))("shows %s", async (_, { sql, seq, why }) => {
    const store = await logOf(await openNew(), 6);
    await tamper(store, sql);
    expect(await verifyAudit(store)).toEqual({ ok: false, seq, why });
  });

  test("shows any one byte changed in any column, at that entry", async () => {
    const store = await logOf(await openNew(), 4);
    const columns = ["actor", "verb", "subject", "detail", "id", "prev", "hash"] as const;
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...columns),
        fc.integer({ min: 1, max: 4 }),
        fc.nat(),
        async (column, seq, position) => {
          const entry = await store.db.auditEntry.findUniqueOrThrow({ where: { seq } });
          const text = entry[column];
          const index = position % text.length;
          const other = text[index] === "0" ? "1" : "0";
          const set = (value: string) =>
            tamper(store, `UPDATE "AuditEntry" SET "${column}" = '${value}' WHERE seq = ${seq}`);
          await set(text.slice(0, index) + other + text.slice(index + 1));
          expect(await verifyAudit(store)).toMatchObject({ ok: false, seq });
          await set(text);
        },
      ),
      { numRuns: 25 },
    );
    expect(await verifyAudit(store)).toMatchObject({ ok: true });
  });

  test("that was rewritten from some entry on is shown by the checkpoint that covers it", async () => {
    const store = await logOf(await openNew(), 4);
    const { privateKey: auditKey, publicKey } = generateKeyPairSync("ed25519");
    expect(await store.tx((tx) => writeCheckpoint(tx, { auditKey, at: 5_000 }))).toBe(true);
    expect(await store.tx((tx) => writeCheckpoint(tx, { auditKey, at: 6_000 }))).toBe(false);
    await logOf(store, 2);
    expect(await verifyAudit(store, { auditKey: publicKey })).toMatchObject({ ok: true, entries: 6 });

    const third = await store.db.auditEntry.findUniqueOrThrow({ where: { seq: 3n } });
    const forged = { ...third, actor: "mallory" };
    const hash = hashOf(forged.prev, forged);
    await tamper(
      store,
      `DELETE FROM "AuditEntry" WHERE seq > 3;
       UPDATE "AuditEntry" SET actor = 'mallory', hash = '${hash}', id = '${idOf(hash)}' WHERE seq = 3;
       UPDATE "Meta" SET value = '${formatHead({ seq: 3n, hash })}' WHERE name = 'audit.head'`,
    );
    expect(await verifyAudit(store, { auditKey })).toEqual({ ok: false, seq: 4, why: "checkpoint" });
    await store.tx((tx) => record(tx, facts(4)));
    expect(await verifyAudit(store)).toEqual({ ok: false, seq: 4, why: "checkpoint" });
  });

  test("shows a checkpoint that somebody else signed, or that was changed", async () => {
    const store = await logOf(await openNew(), 2);
    const { privateKey: auditKey } = generateKeyPairSync("ed25519");
    const { privateKey: stranger } = generateKeyPairSync("ed25519");
    await store.tx((tx) => writeCheckpoint(tx, { auditKey: stranger, at: 5_000 }));
    expect(await verifyAudit(store, { auditKey })).toEqual({ ok: false, seq: 2, why: "checkpoint" });
    expect(await verifyAudit(store, { auditKey: stranger })).toMatchObject({ ok: true });
    await tamper(
      store,
      `UPDATE "Meta" SET value = replace(value, '5000', '5001') WHERE name <> 'audit.head'`,
    );
    expect(await verifyAudit(store, { auditKey: stranger })).toEqual({
      ok: false,
      seq: 2,
      why: "checkpoint",
    });
    await tamper(store, `UPDATE "Meta" SET value = 'x' WHERE name <> 'audit.head'`);
    expect(await verifyAudit(store)).toMatchObject({ ok: false, why: "checkpoint" });
  });

  test("is read a page at a time, and says how far it is", async () => {
    const store = await openNew();
    const rows = [];
    let prev = GENESIS.hash;
    for (let seq = 1n; seq <= 2_300n; seq += 1n) {
      const entry = { seq, atMs: seq, communityId: null, actor: "a", verb: "v", subject: "s", detail: "{}" };
      const hash = hashOf(prev, entry);
      rows.push({ ...entry, id: idOf(hash), prev, hash });
      prev = hash;
    }
    await store.db.auditEntry.createMany({ data: rows });
    await store.db.meta.create({
      data: { name: "audit.head", value: formatHead({ seq: 2_300n, hash: prev }) },
    });
    const progress: number[] = [];
    const report = await verifyAudit(store, { onProgress: (entries) => progress.push(entries) });
    expect(report).toEqual({ ok: true, entries: 2_300, head: prev });
    expect(progress).toEqual([1_000, 2_000, 2_300]);
  });
});

describe("canonical JSON", () => {
  test("is the same for the same value, however it was put together", () => {
    expect(canonicalJson({ b: [1, null, true], a: { d: "x", c: -2 } })).toBe(
      '{"a":{"c":-2,"d":"x"},"b":[1,null,true]}',
    );
    fc.assert(
      fc.property(fc.dictionary(fc.string({ maxLength: 8 }), fc.integer()), (value) => {
        const turned = Object.fromEntries(Object.entries(value).reverse());
        expect(canonicalJson(turned)).toBe(canonicalJson(value));
        expect(JSON.parse(canonicalJson(value))).toEqual({ ...value });
      }),
    );
  });
});
