import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { WHAT_ERASING_DOES } from "#core/privacy/what-erasing-does.ts";
import { leftOut, PARTS, WHAT_IS_KEPT } from "#core/privacy/what-is-kept.ts";

const SCHEMA = readFileSync(join(import.meta.dirname, "../../../prisma/schema.prisma"), "utf8");
const SCALARS = new Set(["String", "Int", "BigInt", "Boolean", "DateTime", "Bytes"]);

/** Every table of the schema with its columns; relations are no columns. */
function tables(): Map<string, string[]> {
  const models = [...SCHEMA.matchAll(/^model (\w+) \{\n(.*?)^\}/gms)];
  return new Map(
    models.map(([, name = "", body = ""]) => [
      name,
      body.split("\n").flatMap((line) => {
        const [, column, type = ""] = /^ {2}(\w+)\s+(\w+)\??/.exec(line) ?? [];
        return column !== undefined && SCALARS.has(type) ? [column] : [];
      }),
    ]),
  );
}

const words = (list: string): string[] => list.split(" ").filter((word) => word !== "");

describe("what is kept", () => {
  test("has a decision for every table of the schema, and for none that is gone", () => {
    expect(Object.keys(WHAT_IS_KEPT).sort()).toEqual([...tables().keys()].sort());
  });

  test("has a decision for every column: it is told, or it is not", () => {
    const schema = tables();
    for (const [name, kept] of Object.entries(WHAT_IS_KEPT)) {
      if ("out" in kept) continue;
      const decided = [...words(kept.told), ...words(kept.untold)];
      expect([name, decided.sort()]).toEqual([name, [...(schema.get(name) ?? [])].sort()]);
    }
  });

  test("tells no key, blind index or id of the database", () => {
    const told = Object.values(WHAT_IS_KEPT).flatMap((kept) => ("out" in kept ? [] : words(kept.told)));
    expect(told.filter((column) => /(Key|Hash|^hash|^id)$/.test(column))).toEqual([]);
  });

  test("is deleted, emptied or kept by an erasure, each for a reason; whose row goes leaves nothing that is told", () => {
    expect(Object.keys(WHAT_ERASING_DOES).sort()).toEqual([...tables().keys()].sort());
    for (const { because } of Object.values(WHAT_ERASING_DOES)) expect(because).toMatch(/^[A-Z].*\.$/);
    const keeps = Object.entries(WHAT_ERASING_DOES).flatMap(([name, { does }]) =>
      does === "keeps" ? [name] : [],
    );
    const sealed = keeps.filter((name) =>
      tables()
        .get(name)
        ?.some((column) => column.endsWith("Sealed")),
    );
    // A community's own, what nothing may change, and what goes by time.
    expect(sealed).toEqual([
      "Space",
      "Channel",
      "WatchedChannel",
      "Arrival",
      "PeerPair",
      "CredentialCheck",
      "PolicyPack",
      "ErasureReceipt",
    ]);
  });

  test("stands in a part that there is, and every reason is a sentence for whoever reads it", () => {
    for (const kept of Object.values(WHAT_IS_KEPT)) if ("in" in kept) expect(PARTS).toContain(kept.in);
    expect(leftOut().length).toBeGreaterThan(10);
    for (const reason of leftOut()) expect(reason).toMatch(/^[A-Z].*\.$/);
  });
});
