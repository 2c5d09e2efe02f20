import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { indexEntry } from "#core/foundation/search/index-entry.ts";
import { unindexEntry } from "#core/foundation/search/unindex-entry.ts";
import { inHeading, wordKeys } from "#core/foundation/search/word-keys.ts";
import { eraseRemnants } from "#core/foundation/store/erase-remnants.ts";
import { newDatabase, openForTest } from "../../../support/databases.ts";
import { openTestCore } from "../../../support/test-core.ts";

test("nothing of a text that was taken out stays in the file or its log, and its words never stood there", async () => {
  const url = await newDatabase("sqlite");
  const core = openTestCore(await openForTest(url));
  const scope = { communityId: "harbour", kind: "experience" };
  const entry = (subjectId: string, drug: string) => ({
    ...scope,
    subjectId,
    topic: "Medicines",
    heading: `Hives from ${drug}`,
    body: `I took ${drug} for a week and my skin itched all over, until I stopped ${drug}.`,
  });
  const bytes = () =>
    Buffer.concat(["", "-wal"].map((part) => readFileSync(`${url.slice("file:".length)}${part}`)));
  const keyOf = wordKeys(core, scope);
  const traces = (word: string) => {
    const key = keyOf(`w:${word}`);
    const half = (at: number) => {
      const four = Buffer.alloc(4);
      four.writeUInt32BE(Number.parseInt(key.slice(at, at + 6), 32));
      return four;
    };
    // FTS5 writes of a word only how it differs from the one before it.
    return [key, inHeading(key), key.slice(3), Buffer.concat([half(0), half(6)])].filter((trace) =>
      bytes().includes(trace),
    );
  };
  for (const [at, drug] of ["aspirin", "codeine", "morphine", "tramadol"].entries())
    await core.tx((tx) => indexEntry(tx, core, entry(`other${at}`, drug)));
  await core.tx((tx) => indexEntry(tx, core, entry("gone", "quetiapin")));
  expect(traces("quetiapin").length).toBeGreaterThan(0);
  expect(bytes().includes("quetiapin")).toBe(false);
  expect(bytes().includes("Hives")).toBe(false);

  await core.tx((tx) => unindexEntry(tx, core, { ...scope, subjectId: "gone" }));
  expect(await eraseRemnants(core.store)).toEqual({ complete: true });
  expect(traces("quetiapin")).toEqual([]);
  expect(traces("aspirin").length).toBeGreaterThan(0);
});
