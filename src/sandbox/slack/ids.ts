import { seededRandom } from "#sandbox/seeded-random.ts";

const LETTERS = "ABCDEFGHJKLMNPQRSTUVWXYZ0123456789";

/** Makes Slack-looking ids. Timestamps are unique and rise, as a channel's must. */
export class Ids {
  readonly random: () => number;
  #lastMicros = 0;
  #now: () => number;

  constructor(options: { seed: number; now: () => number }) {
    this.random = seededRandom(options.seed);
    this.#now = options.now;
  }

  /** An id such as `C7K2M9QX4TB`. */
  next(prefix: string): string {
    return `${prefix}0${this.#chars(9, LETTERS)}`;
  }

  digits(count: number): string {
    return `1${this.#chars(count - 1, "0123456789")}`;
  }

  hex(count: number): string {
    return this.#chars(count, "0123456789abcdef");
  }

  /** A message timestamp: seconds with six decimals, as text. */
  ts(): string {
    const micros = Math.max(Math.floor(this.#now() * 1000), this.#lastMicros + 1);
    this.#lastMicros = micros;
    return `${Math.floor(micros / 1_000_000)}.${String(micros % 1_000_000).padStart(6, "0")}`;
  }

  #chars(count: number, from: string): string {
    return Array.from({ length: count }, () => from.charAt(Math.floor(this.random() * from.length))).join("");
  }
}
