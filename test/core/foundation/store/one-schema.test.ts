import { readFile } from "node:fs/promises";
import { describe, expect, test } from "vitest";
import { Prisma as Postgresql } from "#generated/postgresql/client.ts";
import { Prisma as Sqlite } from "#generated/sqlite/client.ts";
import { postgresqlSchema } from "../../../../scripts/postgresql-schema.ts";
import { describeOnBoth } from "../../../support/databases.ts";

/** The enumerations of models and columns that the generator writes for each client. */
function columnsOf(client: object): [string, unknown][] {
  return Object.entries(client).filter(([name]) => name.endsWith("ScalarFieldEnum") || name === "ModelName");
}

describe("the two clients", () => {
  test("have the same models and columns, so that the one cast between them is true", () => {
    const sqlite = columnsOf(Sqlite);
    expect(sqlite.length).toBeGreaterThan(20);
    expect(columnsOf(Postgresql)).toEqual(sqlite);
  });

  test("come from schemas that differ in two lines", async () => {
    const sqlite = (await readFile("prisma/schema.prisma", "utf8")).split("\n");
    const postgresql = postgresqlSchema(sqlite.join("\n")).split("\n");
    const differing = postgresql.filter((line, index) => line !== sqlite[index]);
    expect(differing.map((line) => line.trim())).toEqual([
      'output              = "./postgresql"',
      'provider = "postgresql"',
    ]);
  });

  test("are not derived from a schema that is not as expected", () => {
    expect(() => postgresqlSchema('provider = "mysql"')).toThrow("found it 0 times");
  });
});

describeOnBoth("the database itself", ({ open, openNew }) => {
  const people = { proposerId: "ana", approverId: "ben", subjectId: "cleo" };
  const proposal = (id: string, who: Partial<typeof people>) => ({
    ...people,
    ...who,
    id,
    communityId: "c",
    act: "credential.verify",
    targetId: "t",
    contentHash: "",
    contentSealed: new Uint8Array(1),
    createdAt: new Date(0),
    expiresAt: new Date(0),
  });

  test("keeps proposer, approver and subject apart", async () => {
    const { db } = await open();
    await db.proposal.create({ data: proposal("fine", {}) });
    await db.proposal.create({ data: { ...proposal("undecided", {}), approverId: null } });
    for (const who of [{ approverId: "ana" }, { approverId: "cleo" }, { proposerId: "cleo" }])
      await expect(db.proposal.create({ data: proposal("wrong", who) })).rejects.toThrow();
    const turned = db.proposal.update({ where: { id: "undecided" }, data: { approverId: "cleo" } });
    await expect(turned).rejects.toThrow();
    expect(await db.proposal.count()).toBe(2);
  });

  test("refuses a state that is not in the list", async () => {
    const { db } = await open();
    const wrong = db.proposal.create({ data: { ...proposal("odd", {}), state: "maybe" } });
    await expect(wrong).rejects.toThrow();
  });

  test("never changes or removes an audit entry", async () => {
    const { db } = await openNew();
    const entry = {
      id: "1",
      atMs: 1n,
      actor: "a",
      verb: "v",
      subject: "s",
      detail: "{}",
      prev: "",
      hash: "",
    };
    await db.auditEntry.create({ data: { ...entry, seq: 1n } });
    await expect(db.auditEntry.update({ where: { seq: 1n }, data: { actor: "b" } })).rejects.toThrow();
    await expect(db.auditEntry.deleteMany()).rejects.toThrow();
    expect(await db.auditEntry.findMany()).toMatchObject([{ actor: "a" }]);
  });

  test("gives back bytes, big numbers and times as they were stored", async () => {
    const { db } = await open();
    const bytes = Uint8Array.of(0, 255, 128, 10);
    const at = new Date("2026-11-25T03:04:05.678Z");
    await db.vaultKey.create({ data: { owner: "o", kid: "k", wrapped: bytes, createdAt: at } });
    expect(await db.vaultKey.findUniqueOrThrow({ where: { owner: "o" } })).toEqual({
      owner: "o",
      kid: "k",
      wrapped: bytes,
      createdAt: at,
    });
    await db.deliveryLine.create({ data: { conversation: "c", nextSeq: 9_007_199_254_740_993n } });
    expect((await db.deliveryLine.findFirstOrThrow()).nextSeq).toBe(9_007_199_254_740_993n);
  });
});
