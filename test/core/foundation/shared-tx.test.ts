import { expect, test } from "vitest";
import { createSharedTx } from "#core/foundation/shared-tx.ts";
import { currentLanguage, inLanguage } from "#core/language/language.ts";
import { describeOnBoth } from "../../support/databases.ts";
import { openTestCore } from "../../support/test-core.ts";

describeOnBoth("a shared transaction", ({ openNew }) => {
  async function setUp() {
    const core = openTestCore(await openNew());
    let commits = 0;
    const shared = createSharedTx(async (work) => {
      const result = await core.tx(work);
      commits += 1;
      return result;
    });
    const put = (name: string, fails = false) =>
      shared(async (tx) => {
        await tx.meta.create({ data: { name, value: "" } });
        if (fails) throw new Error(name);
        return name;
      });
    const names = async () => (await core.db.meta.findMany({ where: { name: { startsWith: "x" } } })).length;
    return { put, names, commits: () => commits };
  }

  test("commits together what waits at the same time, and gives each its own result", async () => {
    const { put, names, commits } = await setUp();
    const all = Array.from({ length: 12 }, (_, at) => `x${at}`);
    expect(await Promise.all(all.map((name) => put(name)))).toEqual(all);
    expect(await names()).toBe(12);
    // The first found nobody to wait for; all others waited for it.
    expect(commits()).toBe(2);
  });

  test("of several, one that fails fails alone and leaves nothing", async () => {
    const { put, names } = await setUp();
    const ends = await Promise.allSettled(["x1", "x2", "x3", "x4"].map((name) => put(name, name === "x3")));
    expect(ends.map(({ status }) => status)).toEqual(["fulfilled", "fulfilled", "rejected", "fulfilled"]);
    expect(await names()).toBe(3);
  });

  test("each goes on in its caller's own language, also in a transaction that somebody else began", async () => {
    const core = openTestCore(await openNew());
    const shared = createSharedTx((work) => core.tx(work));
    const spoken = (["en", "es", "es", "en"] as const).map((language) =>
      inLanguage(language, () => shared(async () => currentLanguage())),
    );
    expect(await Promise.all(spoken)).toEqual(["en", "es", "es", "en"]);
  });

  test("one after another is one commit each", async () => {
    const { put, commits } = await setUp();
    await put("x1");
    await put("x2");
    expect(commits()).toBe(2);
  });
});
