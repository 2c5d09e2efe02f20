/**
 * The time of the outside world. Both stand-ins share one clock, so that `advance` moves them together.
 * Wall-clock milliseconds plus an offset; `speed` divides every window, delay and limit period alike and never
 * changes what `now()` returns, so timestamps and snowflakes stay comparable between processes.
 */
export interface SandboxClock {
  /** Milliseconds since 1970, moved forward by `advance`. */
  now(): number;
  readonly speed: number;
  /** A platform window (say 3,000 ms to acknowledge) as it lasts here, in milliseconds. */
  window(ms: number): number;
  /** Moves `now()` forward; running timers are not fired early. */
  advance(ms: number): void;
}

export function createSandboxClock({ speed = 1 }: { speed?: number } = {}): SandboxClock {
  if (!(speed >= 1)) throw new RangeError(`speed must be 1 or more, got ${speed}`);
  let offset = 0;
  return {
    speed,
    now: () => Date.now() + offset,
    window: (ms) => ms / speed,
    advance(ms) {
      offset += ms;
    },
  };
}
