import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { jaroWinkler } from "#core/credentials/names/jaro-winkler.ts";

const word = fc.string({ unit: fc.constantFrom(..."ABCDE"), maxLength: 12 });

describe("the likeness of two words", () => {
  test.each([
    ["MARTHA", "MARHTA", 0.9611],
    ["DWAYNE", "DUANE", 0.84],
    ["DIXON", "DICKSONX", 0.8133],
    ["", "", 1],
    ["VALE", "", 0],
    ["VALE", "XXXX", 0],
  ])("of %s and %s is %d", (one, other, likeness) => {
    expect(jaroWinkler(one, other)).toBeCloseTo(likeness, 4);
  });

  test("is the same from both sides, lies between 0 and 1, and is 1 for the same word only", () => {
    fc.assert(
      fc.property(word, word, (one, other) => {
        const likeness = jaroWinkler(one, other);
        expect(likeness).toBe(jaroWinkler(other, one));
        expect(likeness).toBeGreaterThanOrEqual(0);
        expect(likeness).toBeLessThanOrEqual(1);
        expect(likeness === 1).toBe(one === other);
        expect(jaroWinkler(one, one)).toBe(1);
      }),
      { numRuns: 2000 },
    );
  });
});
