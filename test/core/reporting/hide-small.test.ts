import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { hideSmall } from "#core/reporting/hide-small.ts";
import { possibleValues, type Said, type Sum } from "#core/reporting/possible-values.ts";
import { bounds, drawTables, possibleTo, type Tables } from "./attackers.ts";

/** A total and its parts, by name. */
function table(parts: Readonly<Record<string, number>>): Tables {
  const total = Object.values(parts).reduce((sum, part) => sum + part, 0);
  return {
    counts: new Map([["total", total], ...Object.entries(parts)]),
    sums: [{ total: "total", parts: Object.keys(parts) }],
  };
}

const hiddenOf = (parts: Readonly<Record<string, number>>) => [...hideSmall(table(parts))].sort();

describe("hiding small numbers", () => {
  test("hides from 1 to 4, and tells 0 and from 5 on", () => {
    const alone = (count: number) => hideSmall({ counts: new Map([["x", count]]), sums: [] }).size;
    expect([0, 1, 2, 3, 4, 5, 6].map(alone)).toEqual([0, 1, 1, 1, 1, 0, 0]);
  });

  test("hides a second number where the total would give the first away", () => {
    expect(hiddenOf({ a: 2, b: 7, c: 9 })).toEqual(["a", "c"]);
  });

  test("hides no second one where two are hidden already and leave enough open", () => {
    expect(hiddenOf({ a: 2, b: 4, c: 9 })).toEqual(["a", "b"]);
  });

  test("hides a total of which each part could only be 1", () => {
    expect(hiddenOf({ a: 1, b: 1, c: 1, d: 1, e: 1 })).toContain("total");
  });

  test("hides in another table what has the same total", () => {
    const hidden = hideSmall({
      counts: new Map([
        ["all", 2],
        ["members", 2],
        ["posts", 2],
        ["texts", 0],
      ]),
      sums: [
        { total: "all", parts: ["members"] },
        { total: "all", parts: ["posts", "texts"] },
      ],
    });
    expect([...hidden].sort()).toEqual(["all", "members", "posts"]);
  });

  test("of random tables nothing that is hidden can be worked out by adding and subtracting", () => {
    fc.assert(
      fc.property(fc.gen(), fc.constantFrom(9, 30, 200), (draw, largest) => {
        const tables = drawTables(draw, { largest, deepest: 3 });
        const hidden = hideSmall(tables);
        for (const [id, count] of tables.counts)
          if (count > 0 && count < 5) expect(hidden).toContain(id);
          else if (count === 0) expect(hidden).not.toContain(id);
        const known = bounds(tables, hidden);
        for (const id of hidden) {
          const [least, most] = known.get(id) ?? [0, 0];
          expect(most - least).toBeGreaterThan(1);
        }
      }),
      { numRuns: 2000 },
    );
  });

  test("of a total that is told in several ways not even whoever knows the program, and tries every table, has one value left", () => {
    fc.assert(
      fc.property(fc.gen(), fc.integer({ min: 0, max: 12 }), (draw, largest) => {
        const tables = drawTables(draw, { largest, deepest: 1 });
        const hidden = hideSmall(tables);
        fc.pre(hidden.size <= 6);
        for (const [id, values] of possibleTo(tables, hidden))
          expect([id, values.size > 1 ? "open" : [...values]]).toEqual([id, "open"]);
      }),
      { numRuns: 1500 },
    );
  });

  test("hides no number because of how large it is: what is chosen depends on the order alone", () => {
    for (const large of [5, 50, 500]) expect(hiddenOf({ a: 2, b: large, c: large * 3 })).toEqual(["a", "c"]);
  });
});

describe("what a reader can work out", () => {
  const sums: readonly Sum[] = [{ total: "all", parts: ["a", "b", "c"] }];
  const said = (all: Said, a: Said, b: Said, c: Said) =>
    new Map(Object.entries({ all, a, b, c }) as [string, Said][]);

  test("is one value where one is missing", () => {
    expect(possibleValues(said(9, 3, "hidden", 0), sums).get("b")).toEqual({ least: 6, most: 6 });
  });

  test("is what is left over where two are, neither of which is 0", () => {
    expect(possibleValues(said(9, 3, "hidden", "hidden"), sums).get("b")).toEqual({ least: 1, most: 5 });
    expect(possibleValues(said(9, 3, "hidden", "unsaid"), sums).get("b")).toEqual({ least: 1, most: 6 });
  });

  test("of a hidden total is that it is no less than its parts", () => {
    const range = possibleValues(said("hidden", 3, 5, "hidden"), sums).get("all");
    expect(range).toEqual({ least: 9, most: Number.POSITIVE_INFINITY });
  });
});
