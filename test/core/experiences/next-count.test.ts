import { describe, expect, test } from "vitest";
import { nextCount, type Voices } from "#core/experiences/counts/next-count.ts";
import { CELLS, type Cell } from "#core/experiences/counts/tallies.ts";

const OUTCOME = CELLS.outcome;

/** So many who say it helped, then so many who say it did not; named in their order from `from` on. */
const voices = (helped: number, not: number, from = 0): Map<string, Cell> =>
  new Map(
    Array.from({ length: helped + not }, (_, at): [string, Cell] => [
      `m${from + at}`,
      at < helped ? "helped" : "notHelped",
    ]),
  );

const sizes = (counted: Voices) =>
  OUTCOME.map((cell) => [...counted.values()].filter((one) => one === cell).length);

const NONE: Voices = new Map();

describe("a count of how it went", () => {
  test("begins with five on each side, and not before", () => {
    expect(nextCount(NONE, voices(11, 4), OUTCOME)).toEqual({ counted: NONE, changed: false });
    expect(sizes(nextCount(NONE, voices(10, 5), OUTCOME).counted)).toEqual([10, 5]);
  });

  test("takes in newcomers only together, five on each side of them too", () => {
    const before = voices(10, 5);
    const one = new Map([...before, ...voices(1, 0, 100)]);
    const five = new Map([...before, ...voices(5, 0, 100)]);
    const mixed = new Map([...before, ...voices(5, 5, 100)]);
    expect(nextCount(before, one, OUTCOME).changed).toBe(false);
    // Five who all say the same: whoever knows who they are would know what each said.
    expect(nextCount(before, five, OUTCOME).changed).toBe(false);
    expect(sizes(nextCount(before, mixed, OUTCOME).counted)).toEqual([15, 10]);
  });

  test("lets nobody go alone, not beside newcomers either, and never leaves a few behind", () => {
    const before = voices(12, 12);
    const without = (...gone: number[]) => {
      const rest = new Map(before);
      for (const at of gone) rest.delete(`m${at}`);
      return rest;
    };
    expect(nextCount(before, without(0), OUTCOME).changed).toBe(false);
    const joined = nextCount(before, new Map([...without(0), ...voices(5, 5, 100)]), OUTCOME);
    // Else whoever knows the newcomers would know what the one who left said.
    expect(sizes(joined.counted)).toEqual([17, 17]);
    const ten = [...Array(5).keys(), ...Array.from({ length: 5 }, (_, at) => 12 + at)];
    expect(sizes(nextCount(before, without(...ten), OUTCOME).counted)).toEqual([7, 7]);
    const most = [...Array(10).keys(), ...Array.from({ length: 10 }, (_, at) => 12 + at)];
    expect(nextCount(before, without(...most), OUTCOME).changed).toBe(false);
    expect(nextCount(before, NONE, OUTCOME)).toEqual({ counted: NONE, changed: true });
  });

  test("never changes for one who comes on a day of their own, whatever they say and whoever came before", () => {
    for (let pattern = 0; pattern < 2 ** 12; pattern += 1) {
      let counted: Voices = NONE;
      const now = new Map<string, Cell>();
      for (let day = 0; day < 12; day += 1) {
        now.set(`m${day}`, (pattern >> day) % 2 === 0 ? "helped" : "notHelped");
        const next = nextCount(counted, now, OUTCOME);
        // Only with a whole five of newcomers since the last look that could have changed anything.
        if (next.changed) expect([(day + 1) % 5, next.counted.size]).toEqual([0, day + 1]);
        counted = next.counted;
      }
    }
  });

  test("counts a person once, as they said when they were counted", () => {
    const before = voices(5, 5);
    const changed = new Map(before).set("m0", "notHelped");
    expect(nextCount(before, changed, OUTCOME)).toEqual({ counted: before, changed: false });
  });
});
