const HOUR_MS = 3_600_000;

/** How soon somebody should have looked. */
export const APPEAL_DUE_MS = 72 * HOUR_MS;

export const APPEAL_STATES = ["open", "upheld", "overturned", "withdrawn"] as const;
export type AppealState = (typeof APPEAL_STATES)[number];

/** A state as it was stored; "withdrawn", which changes nothing, for a word of another version. */
export const appealStateOf = (stored: string): AppealState =>
  APPEAL_STATES.find((known) => known === stored) ?? "withdrawn";

export const APPEAL_LIMIT = 1500;
