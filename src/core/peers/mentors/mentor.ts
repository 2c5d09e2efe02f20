export type MentorState = "learning" | "waiting" | "active" | "declined" | "stopped" | "ended";
export type MentorEvent = "pass" | "approve" | "decline" | "stop" | "end";

/** From the first try at the questions on. Whoever was declined or ended may pass again, after a while. */
export const TRANSITIONS = {
  learning: { pass: "waiting" },
  waiting: { approve: "active", decline: "declined", stop: "stopped", end: "ended" },
  active: { stop: "stopped", end: "ended" },
  declined: { pass: "waiting" },
  stopped: { pass: "waiting" },
  ended: { pass: "waiting" },
} as const satisfies Record<MentorState, Partial<Record<MentorEvent, MentorState>>>;

export const MENTOR_STATES = Object.keys(TRANSITIONS) as readonly MentorState[];

/** In which states something can happen. */
export function statesAllowing(event: MentorEvent): MentorState[] {
  return MENTOR_STATES.filter((state) => event in TRANSITIONS[state]);
}

export const asMentorState = (stored: string): MentorState =>
  MENTOR_STATES.find((state) => state === stored) ?? "ended";

const DAY_MS = 24 * 3_600_000;

/** How long somebody is here before they can become one. */
export const STANDING_MS = 28 * DAY_MS;
/** Until the questions may be tried again. */
export const RETRY_MS = DAY_MS;
/** Until whom moderators said no to may try again. */
export const AFTER_NO_MS = 90 * DAY_MS;

/** How many pairs may be open at once. */
export const CAPS = [1, 2, 3] as const;
export type Cap = (typeof CAPS)[number];
