import type { SandboxClock } from "#sandbox/clock.ts";
import type { Route } from "./route.ts";

const GLOBAL = 50;
const GLOBAL_MS = 1000;
const INVALID = 10_000;
const INVALID_MS = 600_000;

interface Window {
  until: number;
  left: number;
}

export interface Spent {
  /** Seconds to wait; undefined when the request may go on. */
  readonly retryAfter?: number;
  readonly scope: "user" | "global";
  readonly headers: Record<string, string>;
}

/** Discord's limits: 50 requests a second for each bot, a bucket for each route and channel, and invalid requests. */
export class Limits {
  #refused = 0;
  #windows = new Map<string, Window>();
  #clock: SandboxClock;
  #on: boolean;

  constructor(clock: SandboxClock, on: boolean) {
    this.#clock = clock;
    this.#on = on;
  }

  #window(key: string, size: number, ms: number): Window {
    const now = Date.now();
    const known = this.#windows.get(key);
    if (known !== undefined && known.until > now) return known;
    const fresh = { until: now + this.#clock.window(ms), left: size };
    this.#windows.set(key, fresh);
    return fresh;
  }

  /** How many requests were refused since there were too many. */
  get refused(): number {
    return this.#refused;
  }

  /** Counts a request of `owner` (an application's id, or an interaction's token); gives the headers that tell. */
  take(route: Route, owner: string, params: readonly string[]): Spent {
    if (!this.#on) return { scope: "user", headers: {} };
    if (!route.open) {
      const global = this.#window(`global ${owner}`, GLOBAL, GLOBAL_MS);
      if (global.left <= 0) this.#refused += 1;
      if (global.left <= 0) return { scope: "global", headers: {}, retryAfter: secondsTo(global.until) };
      global.left -= 1;
    }
    const [size, ms] = route.limit;
    const name = bucketOf(route);
    const bucket = this.#window(`${name} ${owner} ${params[0] ?? ""}`, size, ms);
    const full = bucket.left <= 0;
    if (full) this.#refused += 1;
    if (!full) bucket.left -= 1;
    const headers = {
      "x-ratelimit-limit": String(size),
      "x-ratelimit-remaining": String(bucket.left),
      "x-ratelimit-reset": (bucket.until / 1000).toFixed(3),
      "x-ratelimit-reset-after": secondsTo(bucket.until).toFixed(3),
      "x-ratelimit-bucket": name,
    };
    return { scope: "user", headers, ...(full ? { retryAfter: secondsTo(bucket.until) } : {}) };
  }

  /** Counts an invalid request (401, 403, or 429 that is not shared). */
  invalid(): void {
    if (this.#on) this.#window("invalid", INVALID, INVALID_MS).left -= 1;
  }

  /** Seconds that this address is shut out for too many invalid requests. */
  banned(): number | undefined {
    if (!this.#on) return undefined;
    const window = this.#window("invalid", INVALID, INVALID_MS);
    return window.left < 0 ? secondsTo(window.until) : undefined;
  }
}

function secondsTo(until: number): number {
  return Math.max(0.001, (until - Date.now()) / 1000);
}

/** The name of a route's bucket, without what stands before the first id. */
function bucketOf({ method, path }: Route): string {
  let hash = 5381;
  for (const letter of `${method} ${path.source}`) hash = ((hash * 33) ^ letter.charCodeAt(0)) >>> 0;
  return hash.toString(16).padStart(8, "0");
}
