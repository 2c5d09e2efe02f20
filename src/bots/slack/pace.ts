/** How often something may be called: so many at once, and one more each time `everyMs` have passed. */
interface Rate {
  readonly burst: number;
  readonly everyMs: number;
}

const MINUTE_MS = 60_000;

/** Never more than `perMinute` calls within any minute: what may be called at once is taken off the rest. */
const rate = (perMinute: number, burst: number): Rate => ({
  burst,
  everyMs: MINUTE_MS / (perMinute - burst),
});

const TIER_3 = rate(50, 10);

/**
 * What Slack grants an app in a workspace, of the methods that the outbox calls (docs.slack.dev, rate limits). A message has
 * its limit in each channel. Methods that are not here are called seldom.
 */
const RATES: Readonly<Record<string, Rate>> = {
  // Slack lets some four through at once; one fewer, since calls overtake each other on their way.
  "chat.postMessage": rate(60, 3),
  "chat.update": TIER_3,
  "chat.delete": TIER_3,
  "conversations.open": TIER_3,
  "conversations.history": TIER_3,
  "conversations.replies": TIER_3,
  "conversations.info": TIER_3,
  "conversations.kick": TIER_3,
};

interface Bucket {
  left: number;
  /** When `left` was right. */
  at: number;
  /** Until then each moment is promised to somebody who was told to wait. */
  promisedTo: number;
}

export interface Pace {
  /** Milliseconds to wait before this call may be made; 0 counts it as made. */
  wait(method: string, channel: string): number;
}

/**
 * Keeps calls within Slack's limits before Slack has to refuse them. Whoever must wait is told another moment than the one
 * before them, so that they do not all come back at once. `speed` shortens all times alike.
 */
export function createPace({ now, speed }: { now: () => number; speed: number }): Pace {
  const buckets = new Map<string, Bucket>();
  return {
    wait(method, channel) {
      const limit = RATES[method];
      if (limit === undefined) return 0;
      const everyMs = limit.everyMs / speed;
      const key = method === "chat.postMessage" ? `${method} ${channel}` : method;
      const at = now();
      const known = buckets.get(key) ?? { left: limit.burst, at, promisedTo: at };
      const left = Math.min(limit.burst, known.left + (at - known.at) / everyMs);
      if (left >= 1) {
        buckets.set(key, { ...known, left: left - 1, at });
        return 0;
      }
      const promisedTo = Math.max(known.promisedTo + everyMs, at + (1 - left) * everyMs);
      buckets.set(key, { left, at, promisedTo });
      return Math.ceil(promisedTo - at);
    },
  };
}
