import { expect, test } from "vitest";
import { findEntries } from "#core/foundation/search/find-entries.ts";
import { indexEntry } from "#core/foundation/search/index-entry.ts";
import { unindexEntry } from "#core/foundation/search/unindex-entry.ts";
import { describeOnBoth } from "../../../support/databases.ts";
import { openTestCore } from "../../../support/test-core.ts";

const HEADACHE = {
  ...{ communityId: "one", kind: "answer", subjectId: "h1", topic: "Symptoms" },
  heading: "Why do I get headaches after screen time?",
  body: "Tired eyes are a common reason.",
};

describeOnBoth("the search", (database) => {
  test("finds what is about the words, in the same community only, until it is taken out", async () => {
    const core = openTestCore(await database.openNew());
    await core.tx((tx) => indexEntry(tx, core, HEADACHE));
    const find = (words: string, communityId = "one", topic?: string) =>
      findEntries(core, { communityId, kind: "answer", words, limit: 3, ...(topic ? { topic } : {}) });
    expect((await find("Headaches from a screen")).map(({ subjectId }) => subjectId)).toEqual(["h1"]);
    expect(await find("headache screen", "two")).toEqual([]);
    expect(await find("headache screen", "one", "Medicines")).toEqual([]);
    expect(await find("what is it about my knee when it rains")).toEqual([]);
    expect(await find("why how what")).toEqual([]);
    expect(JSON.stringify(await core.db.searchWord.findMany())).not.toContain("headach");
    await core.tx((tx) => unindexEntry(tx, core, HEADACHE));
    await core.tx((tx) => unindexEntry(tx, core, HEADACHE));
    expect(await find("headache screen")).toEqual([]);
  });
});
