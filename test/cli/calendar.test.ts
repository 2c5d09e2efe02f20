import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { calendarLines } from "#cli/calendar.ts";
import { beside, widthOf, wrapped } from "#cli/columns.ts";

const now = new Date("2026-03-01T09:00:00Z");
const day = new Date("2026-12-31T00:00:00Z");

/** What a reader of calendars makes of the lines: unfolded, by name. */
function readBack(lines: readonly string[]): Map<string, string> {
  const whole = lines.join("\r\n").replaceAll("\r\n ", "").split("\r\n");
  const text = (value: string) => value.replace(/\\(.)/g, (_, sign) => (sign === "n" ? "\n" : sign));
  return new Map(
    whole.map((line) => [line.slice(0, line.indexOf(":")), text(line.slice(line.indexOf(":") + 1))]),
  );
}

describe("a calendar", () => {
  test("has each day as a whole one, and ends it on the next", () => {
    const read = readBack(calendarLines([{ uid: "a", day, title: "T", about: "A" }], { name: "Due", now }));
    expect(read.get("DTSTART;VALUE=DATE")).toBe("20261231");
    expect(read.get("DTEND;VALUE=DATE")).toBe("20270101");
    expect(read.get("DTSTAMP")).toBe("20260301T090000Z");
  });

  test("gives any text back, in lines of at most 75 octets", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", maxLength: 200 }), (typed) => {
        const title = typed.replace(/\p{Cc}/gu, "");
        const lines = calendarLines([{ uid: "a", day, title, about: `${title}\n;,\\` }], {
          name: "Due",
          now,
        });
        expect(lines.every((line) => Buffer.byteLength(line) <= 75 && !/[\r\n]/.test(line))).toBe(true);
        const read = readBack(lines);
        expect(read.get("SUMMARY")).toBe(title);
        expect(read.get("DESCRIPTION")).toBe(`${title}\n;,\\`);
      }),
    );
  });
});

describe("columns", () => {
  test("never get wider than they are, and lose no letter", () => {
    const text = fc.string({
      unit: fc.constantFrom("a", "é", "東", " ", "\u0301", "\t", "\u001b"),
      maxLength: 120,
    });
    fc.assert(
      fc.property(text, fc.integer({ min: 2, max: 40 }), (typed, width) => {
        const lines = wrapped(typed, width);
        expect(lines.every((line) => widthOf(line) <= width)).toBe(true);
        expect(lines.join("").replaceAll(" ", "")).toBe(typed.replace(/[\p{Cc} ]/gu, ""));
      }),
    );
  });

  test("stand beside each other", () => {
    expect(
      beside([
        ["one two", 4],
        ["東京", 6],
        ["x", 2],
      ]),
    ).toEqual(["one   東京    x", "two"]);
  });
});
