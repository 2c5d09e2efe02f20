import { describe, expect, test } from "vitest";
import { createOffsetClock } from "#core/foundation/clock.ts";
import { createIds } from "#core/foundation/ids.ts";

const fixed = (ms: number) => ({ now: () => new Date(ms) });

describe("a clock that can be moved", () => {
  test("runs with its base, moves on, and never back", () => {
    const clock = createOffsetClock(fixed(1_000));
    clock.advance(500);
    clock.advance(0);
    expect(clock.now().getTime()).toBe(1_500);
    expect(() => clock.advance(-1)).toThrow(RangeError);
    expect(() => clock.advance(Number.NaN)).toThrow(RangeError);
    expect(clock.now().getTime()).toBe(1_500);
  });
});

describe("ids", () => {
  const zeros = (length: number) => new Uint8Array(length);
  const ones = (length: number) => new Uint8Array(length).fill(255);

  test("have the shape of UUID version 7, from the clock and the randomness they were given", () => {
    // The moment of RFC 9562's own example.
    const newId = createIds({ clock: fixed(Date.parse("2022-02-22T19:22:22Z")), randomBytes: zeros });
    expect(newId()).toBe("017f22e2-79b0-7000-8000-000000000000");
    const id = createIds({ clock: fixed(1), randomBytes: ones })();
    expect(id).toMatch(/^00000000-0001-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  });

  test("sort in the order they were made: within a millisecond, past its count, and when the clock steps back", () => {
    let ms = 10_000;
    const newId = createIds({ clock: { now: () => new Date(ms) }, randomBytes: ones });
    const ids = Array.from({ length: 10_000 }, newId);
    ms -= 5_000;
    ids.push(newId(), newId());
    ms += 60_000;
    ids.push(newId());
    expect([...ids].sort()).toEqual(ids);
    expect(new Set(ids).size).toBe(ids.length);
  });
});
