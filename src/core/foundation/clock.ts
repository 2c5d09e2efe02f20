/** Where the time comes from; passed in, so that a test can move it. */
export interface Clock {
  now(): Date;
}

export const systemClock: Clock = { now: () => new Date() };

/** The system's clock, shifted: `advance` moves it forward by real milliseconds and never back. */
export interface OffsetClock extends Clock {
  advance(ms: number): void;
}

/** A clock that runs with the system's and can be moved on. Throws on a negative step: time never runs back here. */
export function createOffsetClock(base: Clock = systemClock): OffsetClock {
  let offsetMs = 0;
  return {
    now: () => new Date(base.now().getTime() + offsetMs),
    advance(ms) {
      if (!(ms >= 0)) throw new RangeError("a clock only moves forward");
      offsetMs += ms;
    },
  };
}
