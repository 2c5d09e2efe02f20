import { expect, test } from "vitest";
import { describeOnBoth } from "../../../support/databases.ts";

describeOnBoth("a transaction", ({ open, openNew }) => {
  test("keeps all that it wrote, and gives back its result", async () => {
    const store = await open();
    const result = await store.tx(async (tx) => {
      await tx.meta.create({ data: { name: "kept.a", value: "1" } });
      await tx.meta.create({ data: { name: "kept.b", value: "2" } });
      return "done";
    });
    expect(result).toBe("done");
    expect(await store.db.meta.count({ where: { name: { startsWith: "kept." } } })).toBe(2);
  });

  test("keeps nothing when it throws, and passes the error on as it is", async () => {
    const store = await open();
    const refusal = new Error("no");
    const outcome = store.tx(async (tx) => {
      await tx.meta.create({ data: { name: "lost", value: "1" } });
      throw refusal;
    });
    await expect(outcome).rejects.toBe(refusal);
    expect(await store.db.meta.findUnique({ where: { name: "lost" } })).toBeNull();
  });

  test("refuses the outer client at once, and a transaction inside a transaction", async () => {
    const store = await open();
    await expect(store.tx(() => store.db.meta.count())).rejects.toThrow(
      "db.meta was used inside a transaction",
    );
    await expect(store.tx(() => store.tx((tx) => tx.meta.count()))).rejects.toThrow(
      "store.tx was used inside",
    );
    expect(await store.db.meta.count({ where: { name: "none" } })).toBe(0);
  });

  test("leaves work that outlives it free to use the outer client", async () => {
    const store = await open();
    let later: Promise<number> | undefined;
    const ended = Promise.withResolvers<void>();
    await store.tx(async () => {
      later = ended.promise.then(() => store.db.meta.count({ where: { name: "none" } }));
    });
    ended.resolve();
    expect(await later).toBe(0);
  });

  test("of two that race for one row, one wins and the other sees that it lost", async () => {
    const store = await openNew();
    await store.db.meta.create({ data: { name: "lease", value: "free" } });
    const claim = (by: string) =>
      store.tx((tx) => tx.meta.updateMany({ where: { name: "lease", value: "free" }, data: { value: by } }));
    const counts = await Promise.all(["ana", "ben", "cleo"].map(claim));
    expect(counts.map(({ count }) => count).sort()).toEqual([0, 0, 1]);
  });

  test("many at once all commit, and none is seen half done", async () => {
    const store = await openNew();
    await store.db.meta.create({ data: { name: "count", value: "0" } });
    const step = (index: number) =>
      store.tx(async (tx) => {
        await tx.$executeRaw`UPDATE "Meta" SET "value" = CAST(CAST("value" AS INTEGER) + 1 AS TEXT) WHERE "name" = 'count'`;
        await tx.meta.create({ data: { name: `step.${index}`, value: "" } });
      });
    await Promise.all(Array.from({ length: 30 }, (_, index) => step(index)));
    expect((await store.db.meta.findUniqueOrThrow({ where: { name: "count" } })).value).toBe("30");
    expect(await store.db.meta.count({ where: { name: { startsWith: "step." } } })).toBe(30);
  });
});
