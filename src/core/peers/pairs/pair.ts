export type PairState = "offered" | "declined" | "over" | "together" | "leaving" | "ended";
export type PairEvent = "unite" | "decline" | "expire" | "leave" | "close";

/**
 * The life of a pair. `declined` looks to the other like `offered` in every way, until both are over on the same day; and
 * `leaving` looks like `together` until the other is told.
 */
export const TRANSITIONS = {
  offered: { unite: "together", decline: "declined", expire: "over" },
  declined: { expire: "over" },
  together: { leave: "leaving" },
  leaving: { close: "ended" },
  over: {},
  ended: {},
} as const satisfies Record<PairState, Partial<Record<PairEvent, PairState>>>;

/** In which states something can happen. */
export function statesAllowing(event: PairEvent): PairState[] {
  return (Object.keys(TRANSITIONS) as PairState[]).filter((state) => event in TRANSITIONS[state]);
}

/** Two members in their order, whoever is named first. */
export const pairKeyOf = (one: string, other: string): string =>
  one < other ? `${one}|${other}` : `${other}|${one}`;

const DAY_MS = 24 * 3_600_000;

/** An offer that nobody answers is over then; so is one that somebody said no to. */
export const OFFER_MS = 7 * DAY_MS;
/** As many offers as may wait for an answer, and as may come in a week: nobody looks through all members by offers. */
export const MOST_OPEN = 3;
export const MOST_A_WEEK = 5;
export const WEEK_MS = 7 * DAY_MS;
/** Two whose offer came to nothing are not brought together again before. */
export const REST_MS = 90 * DAY_MS;
/** How often somebody is looked for. */
export const LOOK_MS = DAY_MS;
/** After a change of the tags nobody is looked for until then: changing them is no way to ask who has one. */
export const AFTER_CHANGE_MS = 3 * DAY_MS;
/** How often the tags may change. */
export const CHANGE_MS = 7 * DAY_MS;
/** The other is told of an end after a day, or up to two. */
export const TELL_MS = DAY_MS;
