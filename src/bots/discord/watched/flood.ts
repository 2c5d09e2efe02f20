import type { GraveVerdict } from "#core/screening/screening.ts";

const MINUTE_MS = 60_000;
/** So much of one person in a minute; more adds nothing to the case or the alert that is there by then. */
const MOST_OF_ONE = 3;
/** From here on it is a raid: of each person one message in a minute, and of all one in five seconds. */
const RAID = 10;
const EACH_MS = 5000;

/**
 * Lets through what is worth a report. Everything is looked at; what a flood says again and again would only keep others
 * waiting and bury the moderators. Each degree of danger has a count of its own: no raid makes it go unheard, and it may get
 * worse within the minute.
 */
export class Flood {
  readonly #now: () => number;
  #until = 0;
  #all = 0;
  #next = 0;
  readonly #ofOne = new Map<string, number>();

  constructor(now: () => number) {
    this.#now = now;
  }

  #mostOf(danger: GraveVerdict | undefined, now: number): number {
    if (danger !== undefined || this.#all < RAID) return MOST_OF_ONE;
    return now < this.#next ? 0 : 1;
  }

  lets(accountId: string, { danger }: { danger: GraveVerdict | undefined }): boolean {
    const now = this.#now();
    if (now >= this.#until) {
      this.#until = now + MINUTE_MS;
      this.#all = 0;
      this.#ofOne.clear();
    }
    const who = `${danger ?? ""}|${accountId}`;
    const before = this.#ofOne.get(who) ?? 0;
    if (before >= this.#mostOf(danger, now)) return false;
    this.#ofOne.set(who, before + 1);
    if (danger !== undefined) return true;
    this.#all += 1;
    this.#next = now + EACH_MS;
    return true;
  }
}
