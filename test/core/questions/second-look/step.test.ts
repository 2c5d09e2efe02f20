import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { stepOf } from "#core/questions/second-look/step.ts";

const at = (minute: number) => new Date(Date.UTC(2031, 2, 4, 9, minute));
const times = fc.array(fc.integer({ min: 0, max: 500 }).map(at), { maxLength: 12 });

describe("the step of a provider", () => {
  test("begins at 1, and is 2 once so many answers were passed", () => {
    expect(stepOf({ secondLooks: 3, passedAt: [], slippedAt: [] })).toEqual({ step: 1, left: 3 });
    expect(stepOf({ secondLooks: 3, passedAt: [at(1), at(2)], slippedAt: [] })).toEqual({ step: 1, left: 1 });
    expect(stepOf({ secondLooks: 3, passedAt: [at(1), at(2), at(3)], slippedAt: [] })).toEqual({ step: 2 });
  });

  test("is 1 again after a slip, and what was passed before it counts no longer", () => {
    const passedAt = [at(1), at(2), at(3)];
    expect(stepOf({ secondLooks: 3, passedAt, slippedAt: [at(4)] })).toEqual({ step: 1, left: 3 });
    expect(stepOf({ secondLooks: 3, passedAt, slippedAt: [at(2)] })).toEqual({ step: 1, left: 2 });
  });

  test("is 2 for everybody where second looks are off", () => {
    fc.assert(
      fc.property(times, times, (passedAt, slippedAt) => {
        expect(stepOf({ secondLooks: 0, passedAt, slippedAt })).toEqual({ step: 2 });
      }),
    );
  });

  test("does not depend on the order in which the facts are told", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 6 }), times, times, (secondLooks, passedAt, slippedAt) => {
        const told = stepOf({ secondLooks, passedAt, slippedAt });
        const again = { secondLooks, passedAt: passedAt.toReversed(), slippedAt: slippedAt.toReversed() };
        expect(stepOf(again)).toEqual(told);
      }),
    );
  });

  test("is never more than one pass further by one pass, and never better by a slip", () => {
    const left = (facts: Parameters<typeof stepOf>[0]) => {
      const is = stepOf(facts);
      return is.step === 2 ? 0 : is.left;
    };
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 6 }),
        times,
        times,
        times,
        (secondLooks, passedAt, slippedAt, more) => {
          const before = left({ secondLooks, passedAt, slippedAt });
          expect(before).toBeLessThanOrEqual(secondLooks);
          const last = at(600);
          expect(left({ secondLooks, passedAt: [...passedAt, last], slippedAt })).toBe(
            Math.max(0, before - 1),
          );
          expect(left({ secondLooks, passedAt, slippedAt: [...slippedAt, last] })).toBe(secondLooks);
          expect(left({ secondLooks, passedAt, slippedAt: [...slippedAt, ...more] })).toBeGreaterThanOrEqual(
            before,
          );
        },
      ),
    );
  });

  test("the newest passes are enough: as many as are asked for", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 6 }), times, times, (secondLooks, passedAt, slippedAt) => {
        const newest = passedAt.toSorted((one, other) => other.getTime() - one.getTime());
        const few = { secondLooks, passedAt: newest.slice(0, secondLooks), slippedAt };
        expect(stepOf(few)).toEqual(stepOf({ secondLooks, passedAt, slippedAt }));
      }),
    );
  });
});
