import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { Flood } from "#bots/discord/watched/flood.ts";

describe("a flood of messages in which something is found", () => {
  test("lets a few of each person through in a minute, and in a raid one, so that the work stays small", () => {
    const flood = new Flood();
    const passed = Array.from({ length: 10 }, () => flood.lets("one", { danger: undefined, at: 0 })).filter(
      Boolean,
    );
    expect(passed.length).toBe(3);
    let all = 0;
    for (let at = 0; at < 10_000; at += 1) {
      if (flood.lets(`raider${at % 750}`, { danger: undefined, at: Math.max(0, at * 6 - 1) })) all += 1;
    }
    expect(all).toBeGreaterThanOrEqual(12);
    expect(all).toBeLessThanOrEqual(10 + 12);
    expect(flood.lets("one", { danger: undefined, at: 60_000 })).toBe(true);
  });

  test("is none where a night is read back: what was written an hour apart counts apart, in whatever order", () => {
    const flood = new Flood();
    const hours = fc.sample(
      fc.shuffledSubarray(
        Array.from({ length: 40 }, (_, at) => at * 3_600_000),
        { minLength: 40 },
      ),
      1,
    );
    for (const at of hours.flat()) expect(flood.lets("one", { danger: undefined, at })).toBe(true);
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
          const flood = new Flood();
          const heard = new Set<string>();
          for (const { who, danger } of posts) {
            const lets = flood.lets(who, { danger, at: 0 });
            if (danger === undefined) continue;
            if (!heard.has(`${danger} ${who}`)) expect(lets).toBe(true);
            heard.add(`${danger} ${who}`);
          }
        },
      ),
    );
  });
});
