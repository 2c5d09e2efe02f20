import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { isOver, lastFullMonth, monthNamed, monthWords } from "#core/reporting/month.ts";
import { median, ninetieth, roughly } from "#core/reporting/spread.ts";
import { timeWords } from "#core/reporting/words.ts";

describe("a month", () => {
  test("is named by year and number, and ends where the next one begins", () => {
    expect(monthNamed("2026-02")).toEqual({
      id: "2026-02",
      from: new Date("2026-02-01T00:00:00Z"),
      to: new Date("2026-03-01T00:00:00Z"),
    });
    expect(monthNamed("2026-12")?.to).toEqual(new Date("2027-01-01T00:00:00Z"));
    for (const wrong of ["2026-13", "2026-00", "2026-1", "26-01", "2026-01-01", " 2026-01", "", "October"])
      expect(monthNamed(wrong)).toBeUndefined();
  });

  test("is over with its last moment, and the last full one is over at every moment", () => {
    fc.assert(
      fc.property(
        fc.date({ min: new Date("2001-01-01"), max: new Date("2099-12-31"), noInvalidDate: true }),
        (now) => {
          const last = lastFullMonth(now);
          expect(isOver(last, now)).toBe(true);
          expect(monthNamed(last.id)).toEqual(last);
          const next = monthNamed(last.to.toISOString().slice(0, 7));
          expect(next !== undefined && isOver(next, now)).toBe(false);
        },
      ),
    );
    expect(monthWords(lastFullMonth(new Date("2026-01-15T00:00:00Z")))).toBe("December 2025");
  });
});

describe("the middle and the slowest tenth", () => {
  const values = fc.array(fc.integer({ min: 0, max: 1e7 }), { minLength: 1, maxLength: 60 });

  test("have as many values on one side as on the other, and nine in ten below", () => {
    fc.assert(
      fc.property(values, (all) => {
        const [half, most] = [median(all), ninetieth(all)];
        expect(all.filter((value) => value < half).length * 2).toBeLessThanOrEqual(all.length);
        expect(all.filter((value) => value > half).length * 2).toBeLessThanOrEqual(all.length);
        expect(all.filter((value) => value <= most).length).toBeGreaterThanOrEqual(all.length * 0.9);
        expect(all.filter((value) => value < most).length).toBeLessThan(all.length * 0.9);
        expect([median(all.toReversed()), ninetieth(all.toReversed())]).toEqual([half, most]);
      }),
    );
  });

  test("are what one works out by hand", () => {
    expect([median([3, 1, 2]), median([4, 1, 3, 2]), median([7])]).toEqual([2, 2.5, 7]);
    expect(ninetieth(Array.from({ length: 20 }, (_, at) => at + 1))).toBe(18);
    expect(median([])).toBeNaN();
  });

  test("are told roughly, in words that people use", () => {
    expect([roughly(0.4), roughly(7.26), roughly(312.4), roughly(12_345)]).toEqual([0, 7.3, 310, 12_000]);
    expect([0, 1, 35, 119, 310, 4300].map(timeWords)).toEqual([
      "1 minute",
      "1 minute",
      "35 minutes",
      "120 minutes",
      "5.2 hours",
      "3 days",
    ]);
  });
});
