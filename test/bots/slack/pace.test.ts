import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { createPace } from "../../../src/bots/slack/pace.ts";

function paceAt(speed = 1) {
  let at = 0;
  const pace = createPace({ now: () => at, speed });
  return {
    pace,
    at: () => at,
    go(ms: number) {
      at += ms;
    },
  };
}

describe("the pace of calls", () => {
  test("lets no more calls of a method through within any minute than Slack grants, however they come", () => {
    const pauses = fc.array(fc.integer({ min: 0, max: 3000 }), { minLength: 1, maxLength: 300 });
    fc.assert(
      fc.property(pauses, fc.constantFrom("chat.update", "chat.postMessage"), (all, method) => {
        const { pace, at, go } = paceAt();
        const made: number[] = [];
        for (const pause of all) {
          go(pause);
          if (pace.wait(method, "C1") === 0) made.push(at());
        }
        const most = method === "chat.update" ? 50 : 60;
        for (const from of made)
          expect(made.filter((one) => one >= from && one < from + 60_000).length).toBeLessThanOrEqual(most);
      }),
    );
  });

  test("whoever must wait is told another moment than the one before, and is let through then", () => {
    const { pace, at, go } = paceAt();
    while (pace.wait("chat.update", "") === 0);
    const waits = Array.from({ length: 20 }, () => pace.wait("chat.update", ""));
    expect(new Set(waits).size).toBe(20);
    expect(waits).toEqual(waits.toSorted((one, other) => one - other));
    const began = at();
    for (const wait of waits.slice(1)) {
      go(began + wait - at());
      expect(pace.wait("chat.update", "")).toBe(0);
    }
  });

  test("a channel has its own share of messages, edits are shared by all, and speed shortens the wait", () => {
    const { pace } = paceAt();
    while (pace.wait("chat.postMessage", "C1") === 0);
    expect(pace.wait("chat.postMessage", "C2")).toBe(0);
    while (pace.wait("chat.update", "C1") === 0);
    expect(pace.wait("chat.update", "C2")).toBeGreaterThan(0);
    expect(pace.wait("auth.test", "")).toBe(0);
    const fast = paceAt(10).pace;
    while (fast.wait("chat.update", "") === 0);
    expect(fast.wait("chat.update", "")).toBeLessThanOrEqual(pace.wait("chat.update", "") / 5);
  });
});
