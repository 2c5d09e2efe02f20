import type { GraveVerdict } from "#core/screening/screening.ts";

const MINUTE_MS = 60_000;
/** So much of one person in a minute; more adds nothing to the case or the alert that is there by then. */
const MOST_OF_ONE = 3;
/** From here on it is a raid: of each person one message in a minute, and of all one in five seconds. */
const RAID = 10;
const EACH_MS = 5000;
/** Of so many minutes it is remembered what was let through. */
const MOST_MINUTES = 100;

/** What was let through of one minute. */
interface Minute {
  all: number;
  next: number;
  readonly ofOne: Map<string, number>;
}

/**
 * Lets through what is worth a report. Everything is looked at; what a flood says again and again would only keep others
 * waiting and bury the moderators. A message counts in the minute in which it was written, so that a night that is read back
 * is no flood. Each degree of danger has a count of its own: no raid makes it go unheard, and it may get worse within the
 * minute.
 */
export class Flood {
  readonly #minutes = new Map<number, Minute>();

  #minuteOf(at: number): Minute {
    const key = Math.floor(at / MINUTE_MS);
    const known = this.#minutes.get(key) ?? { all: 0, next: 0, ofOne: new Map() };
    // The latest that was asked for is the last to be forgotten.
    this.#minutes.delete(key);
    this.#minutes.set(key, known);
    const [oldest] = this.#minutes.keys();
    if (this.#minutes.size > MOST_MINUTES && oldest !== undefined) this.#minutes.delete(oldest);
    return known;
  }

  /** `at` is when it was written, or edited, in milliseconds since 1970. */
  lets(accountId: string, { danger, at }: { danger: GraveVerdict | undefined; at: number }): boolean {
    const minute = this.#minuteOf(at);
    const calm = danger !== undefined || minute.all < RAID;
    const most = calm ? MOST_OF_ONE : at < minute.next ? 0 : 1;
    const who = `${danger ?? ""}|${accountId}`;
    const before = minute.ofOne.get(who) ?? 0;
    if (before >= most) return false;
    minute.ofOne.set(who, before + 1);
    if (danger !== undefined) return true;
    minute.all += 1;
    minute.next = at + EACH_MS;
    return true;
  }
}
