import { expect, test } from "vitest";
import { findEntries } from "#core/foundation/search/find-entries.ts";
import { indexEntry, type SearchEntry } from "#core/foundation/search/index-entry.ts";
import { unindexEntry } from "#core/foundation/search/unindex-entry.ts";
import { describeOnBoth } from "../../../support/databases.ts";
import { openTestCore, type TestCore } from "../../../support/test-core.ts";

const COUGH: SearchEntry = {
  communityId: "harbour",
  kind: "answer",
  subjectId: "cough",
  topic: "Medicines",
  heading: "Is a dry cough from lisinopril usual?",
  body: "A tickle that will not go away is known with ACE inhibitors. Ask your prescriber about a different kind.",
};
const HEADACHE: SearchEntry = {
  ...COUGH,
  subjectId: "headache",
  topic: "Symptoms",
  heading: "Headache from screens",
  body: "Rest your eyes every half hour and check your glasses.",
};

const put = (core: TestCore, ...entries: SearchEntry[]) =>
  Promise.all(entries.map((entry) => core.tx((tx) => indexEntry(tx, core, entry))));
const takeOut = (core: TestCore, { communityId, kind, subjectId }: SearchEntry) =>
  core.tx((tx) => unindexEntry(tx, core, { communityId, kind, subjectId }));
async function find(core: TestCore, words: string, where: Partial<SearchEntry> = {}): Promise<string[]> {
  const { communityId = "harbour", kind = "answer", topic } = where;
  const asked = { communityId, kind, words, limit: 3, ...(topic === undefined ? {} : { topic }) };
  return (await findEntries(core, asked)).map(({ subjectId }) => subjectId);
}

async function tablesOf(core: TestCore) {
  const index = core.store.engine === "sqlite" ? '"SearchIndex_data"' : '"SearchVector"';
  const [rows] = await core.db.$queryRawUnsafe<{ rows: number | bigint }[]>(
    `SELECT COUNT(*) AS "rows" FROM ${index}`,
  );
  return {
    entries: await core.db.searchEntry.count(),
    words: await core.db.searchTerm.findMany({ orderBy: { termKey: "asc" } }),
    index: Number(rows?.rows),
  };
}

describeOnBoth("a text that is indexed", ({ openNew }) => {
  test("is found by its words, by other words for them, misspelled, in Spanish, and not by what it is not about", async () => {
    const core = openTestCore(await openNew());
    await put(core, COUGH, HEADACHE);
    for (const words of [
      "lisinopril cough",
      "coughing since zestril",
      "dry cougth on lisinoprl",
      "tos seca con lisinopril",
      "LISINOPRIL?! cough...",
    ])
      expect([words, await find(core, words)]).toEqual([words, ["cough"]]);
    for (const words of ["lisinopril and tattoos", "knee replacement", "cough", "zzzzzz"])
      expect([words, (await find(core, words)).includes("headache")]).toEqual([words, false]);
    expect(await find(core, "knee replacement")).toEqual([]);
  });

  test("is found in its community, as its kind and under its topic only", async () => {
    const core = openTestCore(await openNew());
    const elsewhere = { ...COUGH, communityId: "hills", subjectId: "theirs" };
    const experience = { ...COUGH, kind: "experience", subjectId: "told" };
    await put(core, COUGH, elsewhere, experience);
    const words = "dry cough from lisinopril";
    expect(await find(core, words)).toEqual(["cough"]);
    expect(await find(core, words, { communityId: "hills" })).toEqual(["theirs"]);
    expect(await find(core, words, { kind: "experience" })).toEqual(["told"]);
    expect(await find(core, words, { communityId: "nowhere" })).toEqual([]);
    expect(await find(core, words, { topic: "Medicines" })).toEqual(["cough"]);
    expect(await find(core, words, { topic: "Symptoms" })).toEqual([]);
    const keys = (await core.db.searchTerm.findMany()).map(({ entries }) => entries);
    // The same words thrice, and not one key is shared.
    expect(Math.max(...keys)).toBe(1);
  });

  test("that is replaced is found by its new words only, and counted once", async () => {
    const core = openTestCore(await openNew());
    await put(core, HEADACHE);
    const once = await tablesOf(core);
    await put(core, COUGH);
    await put(core, { ...COUGH, ...HEADACHE, subjectId: "cough" });
    expect(await find(core, "cough from lisinopril")).toEqual([]);
    expect((await find(core, "headache from screens")).sort()).toEqual(["cough", "headache"]);
    const twice = await tablesOf(core);
    expect(twice.words.map(({ termKey }) => termKey)).toEqual(once.words.map(({ termKey }) => termKey));
    expect(new Set(twice.words.map(({ entries }) => entries))).toEqual(new Set([2]));
    await put(core, HEADACHE);
    expect(await tablesOf(core)).toEqual({ ...twice, index: expect.any(Number) });
  });

  test("that is taken out leaves no row, no word and no count; taking it out again is a success", async () => {
    const core = openTestCore(await openNew());
    await put(core, HEADACHE);
    const before = await tablesOf(core);
    await put(core, COUGH);
    await takeOut(core, COUGH);
    await takeOut(core, COUGH);
    expect(await find(core, "dry cough from lisinopril")).toEqual([]);
    expect(await find(core, "headache from screens")).toEqual(["headache"]);
    expect(await tablesOf(core)).toMatchObject({ entries: 1, words: before.words });
    await takeOut(core, HEADACHE);
    expect(await tablesOf(core)).toMatchObject({ entries: 0, words: [] });
  });

  test("is counted right when many are written, replaced and taken out at once", async () => {
    const core = openTestCore(await openNew());
    const many = Array.from({ length: 12 }, (_, at) => ({
      ...(at % 2 === 0 ? COUGH : HEADACHE),
      subjectId: `s${at}`,
    }));
    await put(core, ...many, ...many.slice(0, 6));
    await Promise.all([
      ...many.slice(0, 4).map((entry) => takeOut(core, entry)),
      ...many.slice(4, 8).map((entry) => put(core, { ...HEADACHE, subjectId: entry.subjectId })),
      takeOut(core, many[0] ?? COUGH),
    ]);
    const fresh = openTestCore(await openNew(), { keys: core.keys });
    for (const [at, entry] of many.entries())
      if (at >= 4) await put(fresh, at < 8 ? { ...HEADACHE, subjectId: entry.subjectId } : entry);
    expect((await tablesOf(core)).words).toEqual((await tablesOf(fresh)).words);
    expect((await find(core, "dry cough from lisinopril")).sort()).toEqual(["s10", "s8"]);
  });

  test("is not reached by hostile words, which are words like any other", async () => {
    const core = openTestCore(await openNew());
    await put(core, COUGH);
    for (const words of [
      "",
      " ",
      "😀😀😀",
      "what should i do about it",
      "\0",
      "a\0b",
      '\'; DROP TABLE "SearchEntry"; --',
      '"SearchIndex" MATCH * NEAR(x y) AND OR NOT ^ - : {}',
      "& | ! <-> :* ( ) '",
      "\ud800\udfff\ud800",
      "%_\\",
    ])
      expect([words, await find(core, words)]).toEqual([words, []]);
    const long = `${"lorem ipsum dolor ".repeat(277)} lisinopril cough`.slice(-5000);
    expect(await find(core, long)).toEqual(["cough"]);
    await put(core, {
      ...COUGH,
      subjectId: "odd",
      topic: "'\" & | \0".replace("\0", ""),
      heading: "\0",
      body: "😀",
    });
    expect(await find(core, "dry cough from lisinopril")).toEqual(["cough"]);
  });
});
