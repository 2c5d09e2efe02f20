import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { coverageOf, hoursWithoutAnybody } from "#core/moderation/shifts/coverage.ts";
import { readHours } from "#core/moderation/shifts/hours.ts";
import { isOnShift, offShift } from "#core/moderation/shifts/on-shift.ts";
import { checkedZone, wallAt } from "#core/moderation/shifts/zone.ts";

const BERLIN = "Europe/Berlin";
const ZONES = [
  BERLIN,
  "America/New_York",
  "Asia/Kathmandu",
  "Australia/Lord_Howe",
  "UTC",
  "America/Santiago",
];

const shifts = (text: string, zone = BERLIN) => ({ zone, hours: readHours(text) });
const at = (text: string) => new Date(text);
const minutesOn = (mine: ReturnType<typeof shifts>, from: string, to: string): number => {
  let minutes = 0;
  for (let now = at(from).getTime(); now < at(to).getTime(); now += 60_000)
    if (isOnShift(mine, new Date(now))) minutes += 1;
  return minutes;
};

describe("a zone", () => {
  test("is known by its name, in any case of letters, and is no mere offset", () => {
    expect(checkedZone(" europe/berlin ")).toBe(BERLIN);
    expect(checkedZone("Asia/Kolkata")).toBe("Asia/Kolkata");
    for (const wrong of ["", "Berlin/Europe", "+01:00", "-5", "here"])
      expect(() => checkedZone(wrong)).toThrow("invalid_input");
  });

  test("shows the clock that hangs there on the wall", () => {
    expect(wallAt(at("2026-11-26T22:30:00Z"), BERLIN)).toEqual({
      day: "2026-11-26",
      weekday: 4,
      minute: 23 * 60 + 30,
    });
    expect(wallAt(at("2026-11-26T23:30:00Z"), BERLIN)).toEqual({ day: "2026-11-27", weekday: 5, minute: 30 });
    expect(wallAt(at("2026-03-01T00:00:00Z"), "UTC")).toEqual({ day: "2026-03-01", weekday: 7, minute: 0 });
  });

  test("agrees with the platform's own words for every moment", () => {
    const moment = fc.date({
      min: at("2020-01-01T00:00:00Z"),
      max: at("2040-01-01T00:00:00Z"),
      noInvalidDate: true,
    });
    fc.assert(
      fc.property(moment, fc.constantFrom(...ZONES), (now, timeZone) => {
        const { day, weekday, minute } = wallAt(now, timeZone);
        // Swedes write dates as ISO 8601 does.
        expect(now.toLocaleDateString("sv-SE", { timeZone })).toBe(day);
        const clock = now.toLocaleTimeString("en-GB", { timeZone, hour: "2-digit", minute: "2-digit" });
        expect(clock).toBe(
          `${String(Math.floor(minute / 60)).padStart(2, "0")}:${String(minute % 60).padStart(2, "0")}`,
        );
        const names = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];
        expect(now.toLocaleDateString("en-GB", { timeZone, weekday: "long" })).toBe(names[weekday - 1]);
      }),
    );
  });
});

describe("being on shift", () => {
  test("begins and ends with the minute, by one's own clock", () => {
    const mine = shifts("mon-fri 19:00-23:00");
    expect(isOnShift(mine, at("2026-11-26T17:59:59Z"))).toBe(false);
    expect(isOnShift(mine, at("2026-11-26T18:00:00Z"))).toBe(true);
    expect(isOnShift(mine, at("2026-11-26T21:59:59Z"))).toBe(true);
    expect(isOnShift(mine, at("2026-11-26T22:00:00Z"))).toBe(false);
    // In summer the same hours are an hour earlier.
    expect(isOnShift(mine, at("2026-07-02T17:00:00Z"))).toBe(true);
    expect(isOnShift(mine, at("2026-11-28T18:30:00Z"))).toBe(false);
  });

  test("goes on past midnight into the next day and the next week", () => {
    const late = shifts("fri sun 22:00-02:00");
    expect(isOnShift(late, at("2026-11-28T00:59:00Z"))).toBe(true);
    expect(isOnShift(late, at("2026-11-28T01:00:00Z"))).toBe(false);
    expect(isOnShift(late, at("2026-11-30T00:30:00Z"))).toBe(true);
    expect(isOnShift(late, at("2026-12-01T00:30:00Z"))).toBe(false);
  });

  test("over the night in which clocks are changed is an hour shorter or longer, and has no gap", () => {
    const nights = shifts("sat 22:00-06:00");
    expect(minutesOn(nights, "2026-03-28T12:00:00Z", "2026-03-29T12:00:00Z")).toBe(7 * 60);
    expect(minutesOn(nights, "2026-10-24T12:00:00Z", "2026-10-25T12:00:00Z")).toBe(9 * 60);
    expect(minutesOn(nights, "2026-11-07T12:00:00Z", "2026-11-08T12:00:00Z")).toBe(8 * 60);
    // The hour that is left out is nobody's, and the one that comes twice is theirs twice.
    const inside = shifts("sun 02:00-03:00");
    expect(minutesOn(inside, "2026-03-29T00:00:00Z", "2026-03-29T12:00:00Z")).toBe(0);
    expect(minutesOn(inside, "2026-10-25T00:00:00Z", "2026-10-25T12:00:00Z")).toBe(120);
  });

  test("is over since when their clock says so, until their next hours", () => {
    const mine = shifts("mon-fri 19:00-23:00");
    expect(offShift(mine, at("2026-11-26T20:00:00Z"))).toBeUndefined();
    expect(offShift(mine, at("2026-11-26T22:20:00Z"))).toEqual({
      endedMinute: 23 * 60,
      endedAgo: 20,
      beginsWeekday: 5,
      beginsMinute: 19 * 60,
      zone: BERLIN,
    });
    expect(offShift(mine, at("2026-11-29T11:00:00Z"))).toMatchObject({
      endedAgo: 37 * 60,
      beginsWeekday: 1,
    });
    expect(offShift({ zone: BERLIN, hours: [] }, at("2026-11-29T11:00:00Z"))).toBeUndefined();
  });

  test("and off it, there is always an end behind and a beginning ahead, by the same clock", () => {
    const texts = fc.constantFrom("mon 9-10", "fri 22-2, sun 0-24", "daily 13:37-13:38", "sun 23-1");
    const moment = fc.date({
      min: at("2026-01-01T00:00:00Z"),
      max: at("2027-01-01T00:00:00Z"),
      noInvalidDate: true,
    });
    fc.assert(
      fc.property(texts, moment, fc.constantFrom(...ZONES), (text, now, zone) => {
        const mine = shifts(text, zone);
        const off = offShift(mine, now);
        expect(off === undefined).toBe(isOnShift(mine, now));
        if (off === undefined) return;
        expect(mine.hours.some(({ toMinute }) => toMinute % 1440 === off.endedMinute)).toBe(true);
        expect(
          mine.hours.some(
            ({ weekday, fromMinute }) => weekday === off.beginsWeekday && fromMinute === off.beginsMinute,
          ),
        ).toBe(true);
      }),
    );
  });
});

describe("a week of several people", () => {
  const people = [
    { pseudonym: "Kit", ...shifts("daily 0:00-12:00", "America/New_York") },
    { pseudonym: "Mo", ...shifts("daily 19:00-23:00, sat 22:00-02:00") },
  ];

  test("says for each moment who is there, and when nobody is", () => {
    const week = coverageOf(people, { from: at("2026-11-26T16:30:20Z"), days: 1 });
    expect(week.map(({ from, names }) => `${from.toISOString().slice(5, 16)} ${names.join("+")}`)).toEqual([
      "11-26T16:30 Kit",
      "11-26T17:00 ",
      "11-26T18:00 Mo",
      "11-26T22:00 ",
      "11-27T05:00 Kit",
    ]);
    expect(hoursWithoutAnybody(week)).toBe(8);
  });

  test("has no gap and no overlap, and each of its moments is as each person's own clock says", () => {
    const from = fc.date({
      min: at("2026-01-01T00:00:00Z"),
      max: at("2027-01-01T00:00:00Z"),
      noInvalidDate: true,
    });
    fc.assert(
      fc.property(
        from,
        fc.constantFrom(...ZONES),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (start, zone, part) => {
          const all = [...people, { pseudonym: "Ben", ...shifts("mon wed 17:20-17:25, sun 1-4", zone) }];
          const week = coverageOf(all, { from: start, days: 7 });
          expect(week[0]?.from).toEqual(start);
          expect(week.at(-1)?.to.getTime()).toBe(start.getTime() + 7 * 86_400_000);
          for (const [index, { from: begins, to }] of week.entries()) {
            expect(to > begins).toBe(true);
            expect(week[index + 1]?.from ?? to).toEqual(to);
          }
          const now = new Date(Math.floor(start.getTime() + part * (7 * 86_400_000 - 1)));
          const there = week.find(({ from: begins, to }) => begins <= now && now < to);
          expect(there?.names).toEqual(
            all.filter((one) => isOnShift(one, now)).map(({ pseudonym }) => pseudonym),
          );
        },
      ),
      { numRuns: 40 },
    );
  });
});
