import type { SandboxClock } from "#sandbox/clock.ts";
import { seededRandom } from "#sandbox/seeded-random.ts";

/** What can go wrong with Discord: of sending, of reading, and of the gateway. */
export type DiscordFault =
  | "discord-429"
  | "discord-500"
  | "discord-500-after"
  | "discord-drop-response"
  | "discord-late"
  | "discord-html"
  | "discord-no-history"
  | "discord-thread-archived"
  | "discord-token-revoked"
  | "discord-content-refused"
  | "discord-dm-closed"
  | "discord-drop"
  | "discord-reconnect"
  | "discord-invalid-session"
  | "discord-zombie"
  | "discord-duplicate-event";

export interface FaultOptions {
  /** How many requests or events it hits. Default 1; without limit when `forMs` is given. */
  times?: number;
  /** How long it lasts, as a platform window in milliseconds (divided by speed). */
  forMs?: number;
  /** Only what concerns this person. */
  person?: string;
  /** Only this HTTP method. */
  method?: string;
  /** Only requests whose path contains this; such a fault also hits requests that send nothing. */
  path?: string;
  /** Who a 429 says is limited. Default `user`. */
  scope?: "user" | "global" | "shared";
  /** Seconds in the body and header of a 429. Default 1, divided by speed. */
  retryAfter?: number;
  /** How late `discord-late` stores, in real milliseconds. Default 1,000. */
  lateMs?: number;
}

export interface RandomFaults {
  seed: number;
  rates: {
    r429?: number;
    e500Before?: number;
    e500After?: number;
    drop?: number;
    late?: number;
    lateMs?: number;
  };
}

interface Active {
  readonly kind: DiscordFault;
  readonly options: FaultOptions;
  readonly until: number;
  left: number;
}

/** The faults that are switched on; each use is counted. */
export class Faults {
  readonly stats: Record<string, number> = {};
  #clock: SandboxClock;
  #active: Active[] = [];
  #random: { next: () => number; rates: RandomFaults["rates"] } | undefined;
  #onAdd: (kind: DiscordFault, options: FaultOptions) => void = () => {};

  constructor(clock: SandboxClock) {
    this.#clock = clock;
  }

  whenAdded(act: (kind: DiscordFault, options: FaultOptions) => void): void {
    this.#onAdd = act;
  }

  add(kind: DiscordFault, options: FaultOptions = {}): void {
    const endless = options.times === undefined && options.forMs !== undefined;
    const until =
      options.forMs === undefined
        ? Number.POSITIVE_INFINITY
        : this.#clock.now() + this.#clock.window(options.forMs);
    this.#active.push({
      kind,
      options,
      until,
      left: endless ? Number.POSITIVE_INFINITY : (options.times ?? 1),
    });
    this.#onAdd(kind, options);
  }

  random(options: RandomFaults): void {
    this.#random = { next: seededRandom(options.seed), rates: options.rates };
  }

  clear(): void {
    this.#active = [];
    this.#random = undefined;
  }

  /** Uses up one turn of a fault that fits, and gives its options. */
  take(
    kind: DiscordFault,
    target: { method?: string; person?: string; path?: string } = {},
    needs?: "path",
  ): FaultOptions | undefined {
    const now = this.#clock.now();
    const fault = this.#active.find(
      (one) =>
        one.kind === kind &&
        one.left > 0 &&
        one.until > now &&
        (needs === undefined || one.options[needs] !== undefined) &&
        (one.options.method === undefined || one.options.method === target.method) &&
        (one.options.person === undefined || one.options.person === target.person) &&
        (one.options.path === undefined || target.path?.includes(one.options.path) === true),
    );
    if (fault === undefined) return undefined;
    fault.left -= 1;
    this.stats[kind] = (this.stats[kind] ?? 0) + 1;
    return fault.options;
  }

  /** The fault that hits this request: one that was added, else, when it sends, one by chance. */
  request({
    method,
    path,
    sends,
  }: {
    method: string;
    path: string;
    sends: boolean;
  }): { kind: DiscordFault; options: FaultOptions } | undefined {
    for (const kind of [
      "discord-429",
      "discord-500",
      "discord-500-after",
      "discord-drop-response",
      "discord-late",
      "discord-html",
    ] as const) {
      const options = this.take(kind, { method, path }, sends ? undefined : "path");
      if (options !== undefined) return { kind, options };
    }
    if (this.#random === undefined || !sends) return undefined;
    const { next, rates } = this.#random;
    const table: [DiscordFault, number][] = [
      ["discord-429", rates.r429 ?? 0],
      ["discord-500", rates.e500Before ?? 0],
      ["discord-500-after", rates.e500After ?? 0],
      ["discord-drop-response", rates.drop ?? 0],
      ["discord-late", rates.late ?? 0],
    ];
    let dice = next();
    for (const [kind, chance] of table) {
      if (dice < chance) {
        this.stats[kind] = (this.stats[kind] ?? 0) + 1;
        return { kind, options: rates.lateMs === undefined ? {} : { lateMs: rates.lateMs } };
      }
      dice -= chance;
    }
    return undefined;
  }
}
