import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { BANDS, type Band, nextSlot, WEEK_MS, WEEKDAYS, weekOf } from "#core/rhythm/week.ts";

const HOUR_MS = 3_600_000;
const moments = fc.date({
  min: new Date("1969-01-01T00:00:00Z"),
  max: new Date("2100-01-01T00:00:00Z"),
  noInvalidDate: true,
});
const slots = fc.record({
  weekday: fc.constantFrom(...WEEKDAYS),
  band: fc.constantFrom(...(Object.keys(BANDS) as Band[])),
});

describe("weeks by UTC", () => {
  test("are named by a Monday that is at most seven days ago, and every moment is in one", () => {
    fc.assert(
      fc.property(moments, (at) => {
        const monday = new Date(`${weekOf(at)}T00:00:00Z`);
        expect(monday.getUTCDay()).toBe(1);
        const since = at.getTime() - monday.getTime();
        expect(since >= 0 && since < WEEK_MS).toBe(true);
      }),
    );
    expect(weekOf(new Date("2031-03-09T23:59:59.999Z"))).toBe("2031-03-03");
    expect(weekOf(new Date("2031-03-10T00:00:00Z"))).toBe("2031-03-10");
    expect(weekOf(new Date("2024-12-31T12:00:00Z"))).toBe("2024-12-30");
  });

  test("have one moment of each member in each slot: the next one is later, within a week, on its day and in its hours", () => {
    fc.assert(
      fc.property(moments, slots, fc.uuid(), (after, slot, memberId) => {
        const next = nextSlot(after, slot, memberId);
        const wait = next.getTime() - after.getTime();
        expect(wait > 0 && wait <= WEEK_MS).toBe(true);
        expect((next.getUTCDay() + 6) % 7).toBe(slot.weekday - 1);
        const from = BANDS[slot.band];
        expect(next.getUTCHours() >= from && next.getUTCHours() < from + 6).toBe(true);
        const another = nextSlot(next, slot, memberId);
        expect(another.getTime() - next.getTime()).toBe(WEEK_MS);
        expect(weekOf(another)).not.toBe(weekOf(next));
      }),
    );
  });

  test("are spread: of a thousand members not many have the same minute", () => {
    const after = new Date("2031-03-04T09:00:00Z");
    const minutes = new Map<number, number>();
    for (let at = 0; at < 1000; at += 1) {
      const moment = nextSlot(after, { weekday: 7, band: "afternoon" }, `member-${at}`).getTime();
      minutes.set(moment, (minutes.get(moment) ?? 0) + 1);
      expect((moment % HOUR_MS) % 60_000).toBe(0);
    }
    expect(minutes.size).toBeGreaterThan(250);
    expect(Math.max(...minutes.values())).toBeLessThan(15);
  });
});
