import type { SandboxClock } from "#sandbox/clock.ts";
import { seededRandom } from "#sandbox/seeded-random.ts";

/** What can go wrong with Slack. The first group hits Web API calls, the second what Slack pushes to the app. */
export type SlackFault =
  | "slack-429"
  | "slack-500"
  | "slack-500-after"
  | "slack-drop-response"
  | "slack-late"
  | "slack-html"
  | "slack-ok-false"
  | "slack-token-revoked"
  | "slack-missing-scope"
  | "slack-no-history"
  | "slack-connections-open-500"
  | "slack-refuse-connection"
  | "slack-refuse-socket"
  | "slack-redeliver"
  | "slack-duplicate-event"
  | "slack-refresh"
  | "slack-socket-drop";

export interface FaultOptions {
  /** How many calls or pushes it hits. Default 1; without limit when `forMs` is given or the token is revoked. */
  times?: number;
  /** How long it lasts, as a platform window in milliseconds (divided by speed). */
  forMs?: number;
  /** Only pushes that this person caused. */
  person?: string;
  /** Only this Web API method, such as `chat.postMessage`. */
  method?: string;
  /** Seconds in the Retry-After header of `slack-429`; `null` leaves the header out. Default 1. */
  retryAfter?: number | string | null;
  /** How late `slack-late` stores, in real milliseconds. Default 1,000. */
  lateMs?: number;
  /** The error name of `slack-ok-false`. Default `internal_error`. */
  error?: string;
  /** The scope that `slack-missing-scope` asks for. Default `chat:write`. */
  needed?: string;
}

export interface RandomFaults {
  seed: number;
  /** Chances between 0 and 1 for each send-like call; `lateMs` is a delay in real milliseconds. */
  rates: {
    r429?: number;
    e500Before?: number;
    e500After?: number;
    drop?: number;
    late?: number;
    lateMs?: number;
  };
}

type ActiveFault = { kind: SlackFault; left: number; until: number; options: FaultOptions };
type Target = { method?: string; person?: string };

const SEND_LIKE = new Set(["chat.postMessage", "chat.update", "chat.delete"]);
const LASTING = new Set<SlackFault>(["slack-token-revoked"]);

/** The faults that are switched on. Each use is counted in `stats`. */
export class Faults {
  readonly stats: Record<string, number> = {};
  #clock: SandboxClock;
  #active: ActiveFault[] = [];
  #random: { next: () => number; rates: RandomFaults["rates"] } | undefined;
  #onAdd: (kind: SlackFault) => void = () => {};

  constructor(clock: SandboxClock) {
    this.#clock = clock;
  }

  /** Tells the socket side that a fault waits, so that one about open connections acts at once. */
  whenAdded(act: (kind: SlackFault) => void): void {
    this.#onAdd = act;
  }

  add(kind: SlackFault, options: FaultOptions = {}): void {
    const endless = options.times === undefined && (options.forMs !== undefined || LASTING.has(kind));
    this.#active.push({
      kind,
      left: endless ? Number.POSITIVE_INFINITY : (options.times ?? 1),
      until:
        options.forMs === undefined
          ? Number.POSITIVE_INFINITY
          : this.#clock.now() + this.#clock.window(options.forMs),
      options,
    });
    this.#onAdd(kind);
  }

  random(options: RandomFaults): void {
    this.#random = { next: seededRandom(options.seed), rates: options.rates };
  }

  clear(): void {
    this.#active = [];
    this.#random = undefined;
  }

  /** Uses up one turn of a fault that fits, and returns its options. */
  take(kind: SlackFault, target: Target = {}): FaultOptions | undefined {
    const fault = this.#find(kind, target);
    if (!fault) return undefined;
    fault.left -= 1;
    this.#count(kind);
    return fault.options;
  }

  /** Uses up all turns at once: how often the next push is repeated. */
  takeAll(kind: SlackFault, target: Target = {}): number {
    const fault = this.#find(kind, target);
    if (!fault) return 0;
    const turns = Number.isFinite(fault.left) ? fault.left : 1;
    fault.left -= turns;
    this.#count(kind, turns);
    return turns;
  }

  /** The random fault that hits this call, if any. */
  roll(method: string): { kind: SlackFault; options: FaultOptions } | undefined {
    if (!this.#random || !SEND_LIKE.has(method)) return undefined;
    const { next, rates } = this.#random;
    const table: [SlackFault, number][] = [
      ["slack-429", rates.r429 ?? 0],
      ["slack-500", rates.e500Before ?? 0],
      ["slack-500-after", rates.e500After ?? 0],
      ["slack-drop-response", rates.drop ?? 0],
      ["slack-late", rates.late ?? 0],
    ];
    let dice = next();
    for (const [kind, chance] of table) {
      if (dice < chance) {
        this.#count(kind);
        return { kind, options: rates.lateMs === undefined ? {} : { lateMs: rates.lateMs } };
      }
      dice -= chance;
    }
    return undefined;
  }

  #find(kind: SlackFault, target: Target): ActiveFault | undefined {
    const now = this.#clock.now();
    this.#active = this.#active.filter((fault) => fault.left > 0 && fault.until > now);
    return this.#active.find(
      (fault) =>
        fault.kind === kind &&
        (fault.options.method === undefined || fault.options.method === target.method) &&
        (fault.options.person === undefined || fault.options.person === target.person),
    );
  }

  #count(kind: SlackFault, turns = 1): void {
    this.stats[kind] = (this.stats[kind] ?? 0) + turns;
  }
}
