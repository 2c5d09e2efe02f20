import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { blocksBeside, oneLine, snippetOf, widthOf, wrapped } from "#cli/columns.ts";
import { durationOf } from "#cli/duration.ts";
import { suggestedReason, unfilledIn } from "#core/moderation/decisions/reason-templates.ts";
import { SHIPPED_RULES } from "#core/moderation/shipped-rules.ts";

const HOUR_MS = 3_600_000;

describe("a duration", () => {
  test("is hours, days or weeks", () => {
    const units = { h: HOUR_MS, d: 24 * HOUR_MS, w: 168 * HOUR_MS } as const;
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 9999 }), fc.constantFrom("h", "d", "w"), (count, unit) => {
        expect(durationOf(` ${count}${unit.toUpperCase()} `)).toBe(count * units[unit]);
      }),
    );
  });

  test("is nothing else", () => {
    const wrong = ["", "3", "d", "0d", "-3d", "3.5d", "3m", "99999d", "3d 2h", "1e3d"];
    for (const typed of wrong) expect([typed, durationOf(typed)]).toEqual([typed, undefined]);
    fc.assert(fc.property(fc.string(), (typed) => (durationOf(typed) ?? 1) > 0));
  });
});

describe("the suggested words for a reason", () => {
  test("are there for every rule, and fit into a reason", () => {
    for (const rule of [undefined, ...SHIPPED_RULES]) {
      expect(suggestedReason(rule)).not.toBe("");
      expect(suggestedReason(rule).length).toBeLessThan(300);
    }
  });

  test("name what is to be filled in, and a text without braces has nothing of it", () => {
    expect(unfilledIn("It offers {what} to {whom}.")).toEqual(["{what}", "{whom}"]);
    fc.assert(fc.property(fc.string(), (text) => unfilledIn(text.replaceAll("{", "")).length === 0));
  });
});

describe("a text on the screen", () => {
  test("begins with at most so many signs, and says when there is more", () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 300 }), fc.integer({ min: 5, max: 80 }), (text, length) => {
        const { text: start, more } = snippetOf(text, length);
        expect([...start].length).toBeLessThanOrEqual(length + 4);
        expect(start).toBe(more ? start : oneLine(text));
        if (more) expect([...oneLine(text)].length).toBeGreaterThan(length);
      }),
    );
  });

  test("beside another one stays in its column, whatever its letters", () => {
    fc.assert(
      fc.property(
        fc.string({ unit: "grapheme", maxLength: 300 }),
        fc.string({ maxLength: 200 }),
        (left, right) => {
          const lines = blocksBeside(wrapped(left, 30), wrapped(right, 30), 30, " | ");
          for (const line of lines) expect(widthOf(line)).toBeLessThanOrEqual(63);
        },
      ),
    );
  });
});
