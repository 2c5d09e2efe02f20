export type Touch = "settled" | "asked" | "not-yet" | "other";
export type TouchEvent = "ask" | "yes" | "not-yet" | "wait";

/**
 * Whether the two are in touch, as far as they say so themselves: nothing of what they write is read. `wait` is the clock: a
 * week without a yes, and the mentee is offered to look for somebody else.
 */
export const TOUCHES = {
  settled: { ask: "asked" },
  asked: { yes: "settled", "not-yet": "not-yet", wait: "other" },
  "not-yet": { yes: "settled", wait: "other" },
  other: { yes: "settled", ask: "asked" },
} as const satisfies Record<Touch, Partial<Record<TouchEvent, Touch>>>;

export const touchesAllowing = (event: TouchEvent): Touch[] =>
  (Object.keys(TOUCHES) as Touch[]).filter((touch) => event in TOUCHES[touch]);

export const asTouch = (stored: string): Touch =>
  (Object.keys(TOUCHES) as Touch[]).find((touch) => touch === stored) ?? "settled";

const DAY_MS = 24 * 3_600_000;

/** Both are asked a week after they met. */
export const ASK_MS = 7 * DAY_MS;
/** After two weeks without a yes the mentee is offered somebody else. */
export const WAIT_MS = 7 * DAY_MS;
/** After a yes nobody is asked again before. */
export const REST_MS = 28 * DAY_MS;
