import { setTimeout as sleep } from "node:timers/promises";
import { PrismaBetterSqlite3 } from "@prisma/adapter-better-sqlite3";
import Database from "better-sqlite3";
import { describe, expect, onTestFinished, test } from "vitest";
import { SafeSqlite } from "#core/foundation/store/safe-sqlite-adapter.ts";
import { PrismaClient } from "#generated/sqlite/client.ts";
import { newDatabase } from "../../../support/databases.ts";

type Adapter = "stock" | "safe";

async function openWith(adapter: Adapter) {
  const url = await newDatabase("sqlite");
  const file = url.slice("file:".length);
  const factory = adapter === "safe" ? new SafeSqlite({ file }) : new PrismaBetterSqlite3({ url });
  const client = new PrismaClient({ adapter: factory, errorFormat: "minimal" });
  await client.$connect();
  onTestFinished(() => client.$disconnect());
  const outside = new Database(file, { timeout: 0 });
  onTestFinished(() => {
    outside.close();
  });
  const has = (name: string) => outside.prepare("SELECT 1 FROM Meta WHERE name = ?").get(name) !== undefined;
  const put = (name: string) => client.meta.create({ data: { name, value: "" } });
  return { adapter, client, outside, has, put };
}

type Rig = Awaited<ReturnType<typeof openWith>>;

/** A transaction that has written, stays open while `meanwhile` starts, and is rolled back. */
async function whileAnotherRollsBack(
  { adapter, client }: Rig,
  meanwhile: () => Promise<unknown>,
): Promise<unknown> {
  const written = Promise.withResolvers<void>();
  const goOn = Promise.withResolvers<void>();
  const rolledBack = client
    .$transaction(async (tx) => {
      await tx.meta.create({ data: { name: "uncommitted", value: "" } });
      written.resolve();
      await goOn.promise;
      throw new Error("roll back");
    })
    .catch((error: Error) => error.message);
  await written.promise;
  const result = meanwhile();
  // The stock adapter serves the other call inside the transaction; ours lets it wait, and a moment shows that.
  if (adapter === "stock") await result;
  else expect(await Promise.race([result, sleep(50, "waits")])).toBe("waits");
  goOn.resolve();
  expect(await rolledBack).toBe("roll back");
  return result;
}

/** What each adapter is expected to do: the hazard on the stock one shows that the test can see it. */
function onEach(fact: string, run: (rig: Rig) => Promise<unknown>, expected: Record<Adapter, unknown>): void {
  for (const adapter of ["stock", "safe"] as const)
    test(`${fact}: ${adapter === "stock" ? "the stock adapter fails" : "ours holds"}`, async () => {
      expect(await run(await openWith(adapter))).toEqual(expected[adapter]);
    });
}

describe("the hazards of the stock SQLite adapter", () => {
  onEach(
    "an acknowledged write outlives another caller's rollback",
    async (rig) => {
      await whileAnotherRollsBack(rig, () => rig.put("acknowledged"));
      return rig.has("acknowledged");
    },
    { stock: false, safe: true },
  );

  onEach(
    "an acknowledged transaction of one statement outlives another caller's rollback",
    async (rig) => {
      await whileAnotherRollsBack(rig, () => rig.client.$transaction([rig.put("acknowledged")]));
      return rig.has("acknowledged");
    },
    { stock: false, safe: true },
  );

  onEach(
    "nobody sees what another caller has not committed",
    (rig) => whileAnotherRollsBack(rig, () => rig.client.meta.count({ where: { name: "uncommitted" } })),
    { stock: 1, safe: 0 },
  );

  onEach(
    "after a BEGIN that failed, the next transaction works",
    async (rig) => {
      // A connection that is inside a transaction already refuses BEGIN.
      await rig.client.$executeRawUnsafe("BEGIN");
      const bounds = { maxWait: 2000, timeout: 2000 };
      const next = () =>
        rig.client
          .$transaction((tx) => tx.meta.count(), bounds)
          .then(
            () => "works",
            () => "fails",
          );
      const failed = await next();
      await rig.client.$executeRawUnsafe("ROLLBACK");
      return [failed, await next()];
    },
    { stock: ["fails", "fails"], safe: ["fails", "works"] },
  );

  onEach(
    "a transaction that has read can still write after another connection wrote",
    (rig) =>
      rig.client
        .$transaction(async (tx) => {
          await tx.meta.count();
          let other = "wrote";
          try {
            rig.outside.exec("INSERT INTO Meta VALUES ('other', '')");
          } catch (error) {
            other = (error as { code: string }).code;
          }
          await tx.meta.create({ data: { name: "mine", value: "" } });
          return other;
        })
        .catch((error: { code?: string }) => error.code),
    { stock: "P1008", safe: "SQLITE_BUSY" },
  );

  onEach(
    "a file that another process locks does not freeze this one",
    async (rig) => {
      rig.outside.exec("BEGIN IMMEDIATE");
      let ticks = 0;
      const timer = setInterval(() => {
        ticks += 1;
        // The other process is done after 10 of our ticks; a frozen process never gets there.
        if (ticks === 10) rig.outside.exec("ROLLBACK");
      }, 50);
      const outcome = await rig.put("patient").then(
        () => "written",
        (error: { code?: string }) => error.code,
      );
      clearInterval(timer);
      return outcome;
    },
    { stock: "P1008", safe: "written" },
  );

  onEach(
    "after a COMMIT that failed, nothing of it stays and the next transaction works",
    async (rig) => {
      const broken = await rig.client
        .$transaction(
          async (tx) => {
            // Foreign keys are checked at COMMIT then, which fails and leaves SQLite inside the transaction.
            await tx.$executeRawUnsafe("PRAGMA defer_foreign_keys = ON");
            await tx.meta.create({ data: { name: "broken", value: "" } });
            await tx.memberRole.create({ data: { memberId: "nobody", role: "x", createdAt: new Date(0) } });
          },
          { maxWait: 2000, timeout: 2000 },
        )
        .then(
          () => "committed",
          () => "refused",
        );
      const next = await rig.client
        .$transaction((tx) => tx.meta.create({ data: { name: "next", value: "" } }), { maxWait: 2000 })
        .then(
          () => "works",
          () => "fails",
        );
      return [broken, next, rig.has("broken"), rig.has("next")];
    },
    { stock: ["refused", "fails", false, false], safe: ["refused", "works", false, true] },
  );
});
