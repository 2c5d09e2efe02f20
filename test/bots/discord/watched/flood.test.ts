import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { Flood } from "#bots/discord/watched/flood.ts";

describe("a flood of messages in which something is found", () => {
  test("lets a few of each person through in a minute, and in a raid one, so that the work stays small", () => {
    let now = 0;
    const flood = new Flood(() => now);
    const passed = Array.from({ length: 10 }, () => flood.lets("one", { danger: undefined })).filter(Boolean);
    expect(passed.length).toBe(3);
    let all = 0;
    for (let at = 0; at < 10_000; at += 1) {
      now = at * 6 - 1;
      if (flood.lets(`raider${at % 750}`, { danger: undefined })) all += 1;
    }
    expect(all).toBeGreaterThanOrEqual(12);
    expect(all).toBeLessThanOrEqual(10 + 12);
    now = 60_000;
    expect(flood.lets("one", { danger: undefined })).toBe(true);
  });

  test("never drowns danger: whatever else is posted, the first of each person is heard, and that it got worse", () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.record({
            who: fc.nat(40).map(String),
            danger: fc.constantFrom(undefined, "crisis" as const, "emergency" as const),
          }),
          { maxLength: 400 },
        ),
        (posts) => {
          const flood = new Flood(() => 0);
          const heard = new Set<string>();
          for (const { who, danger } of posts) {
            const lets = flood.lets(who, { danger });
            if (danger === undefined) continue;
            if (!heard.has(`${danger} ${who}`)) expect(lets).toBe(true);
            heard.add(`${danger} ${who}`);
          }
        },
      ),
    );
  });
});
