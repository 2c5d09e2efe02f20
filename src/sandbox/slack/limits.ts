import type { SandboxClock } from "#sandbox/clock.ts";

type Tier = { perMinute: number; burst: number };

const TIERS = {
  1: { perMinute: 1, burst: 10 },
  2: { perMinute: 20, burst: 20 },
  3: { perMinute: 50, burst: 50 },
  4: { perMinute: 100, burst: 100 },
  special: { perMinute: 600, burst: 600 },
  post: { perMinute: 60, burst: 4 },
} satisfies Record<string | number, Tier>;

export type TierName = keyof typeof TIERS;

const MINUTE_MS = 60_000;

/** Token buckets per app, method and (for posting) channel. A minute lasts `clock.window(60,000)`. */
export class RateLimits {
  #clock: SandboxClock;
  #enabled: boolean;
  #refused = 0;
  #buckets = new Map<string, { tokens: number; at: number }>();

  constructor(options: { clock: SandboxClock; enabled: boolean }) {
    this.#clock = options.clock;
    this.#enabled = options.enabled;
  }

  /** How many calls were refused since there were too many. */
  get refused(): number {
    return this.#refused;
  }

  /** Takes one token. Returns undefined, or the whole seconds (at least 1) to put into Retry-After. */
  refuse(tier: TierName, key: string): number | undefined {
    if (!this.#enabled) return undefined;
    const { perMinute, burst } = TIERS[tier];
    const now = this.#clock.now();
    const tokenMs = this.#clock.window(MINUTE_MS) / perMinute;
    const bucket = this.#buckets.get(key) ?? { tokens: burst, at: now };
    bucket.tokens = Math.min(burst, bucket.tokens + (now - bucket.at) / tokenMs);
    bucket.at = now;
    this.#buckets.set(key, bucket);
    if (bucket.tokens >= 1) {
      bucket.tokens -= 1;
      return undefined;
    }
    this.#refused += 1;
    return Math.max(1, Math.ceil(((1 - bucket.tokens) * tokenMs) / 1000));
  }
}
