/** The whole life of an answer that is kept. A forgotten state or event does not compile. */
export type EntryState =
  | "proposed"
  | "agreed"
  | "kept"
  | "stale"
  | "declined"
  | "lapsed"
  | "unfit"
  | "withdrawn"
  | "retired"
  | "merged";

export type EntryEvent =
  | "agree"
  | "complete"
  | "decline"
  | "lapse"
  | "pass"
  | "reject"
  | "expire"
  | "renew"
  | "withdraw"
  | "retire"
  | "merge";

/**
 * `proposed` waits for the patient and the author, `agreed` for a colleague's look. `stale` is past its day: nobody finds it
 * until somebody says that it is still right. `withdraw` is the patient's or the author's at any time, and a take-back's.
 */
const TRANSITIONS = {
  proposed: {
    agree: "proposed",
    complete: "agreed",
    decline: "declined",
    lapse: "lapsed",
    withdraw: "withdrawn",
  },
  agreed: { pass: "kept", reject: "unfit", lapse: "lapsed", withdraw: "withdrawn" },
  kept: { expire: "stale", retire: "retired", withdraw: "withdrawn", merge: "merged" },
  stale: { renew: "kept", retire: "retired", withdraw: "withdrawn", merge: "merged" },
  declined: {},
  lapsed: {},
  unfit: {},
  withdrawn: {},
  retired: {},
  merged: {},
} as const satisfies Record<EntryState, Partial<Record<EntryEvent, EntryState>>>;

const TABLE: Record<EntryState, Partial<Record<EntryEvent, EntryState>>> = TRANSITIONS;

export const ENTRY_STATES = Object.keys(TRANSITIONS) as readonly EntryState[];

/** The state after `event`, or undefined where the table has no such step. */
export function nextState(state: EntryState, event: EntryEvent): EntryState | undefined {
  return TABLE[state][event];
}

/** The states in which `event` is a step; for the `where` of a conditional update. */
export function statesAllowing(event: EntryEvent): EntryState[] {
  return ENTRY_STATES.filter((state) => nextState(state, event) !== undefined);
}

/** A state as it was stored; "withdrawn", which shows nothing, for a word of another version. */
export const entryStateOf = (stored: string): EntryState =>
  ENTRY_STATES.find((known) => known === stored) ?? "withdrawn";

/** Members may have read it. */
export const PUBLISHED: readonly EntryState[] = ["kept", "stale"];

/** In characters, after cleaning. */
export const ENTRY_LIMITS = { question: 300, note: 500, words: 300 } as const;

const DAY_MS = 24 * 3_600_000;

/** Silence for so long is no. */
export const ANSWER_MS = 14 * DAY_MS;
/** A colleague has so long to look. */
export const LOOK_MS = 30 * DAY_MS;

/** After how many months somebody has to look again. */
export const REVIEW_MONTHS = [6, 12, 24] as const;
export type ReviewMonths = (typeof REVIEW_MONTHS)[number];
export const USUAL_MONTHS: ReviewMonths = 12;

/** What was chosen in a form; the usual time for any other word. */
export const reviewMonthsOf = (chosen: string): ReviewMonths =>
  REVIEW_MONTHS.find((months) => String(months) === chosen) ?? USUAL_MONTHS;

/** So many calendar months later, at the same time of day; the last day of a month stays in that month. */
export function monthsAfter(at: Date, months: number): Date {
  const later = new Date(at);
  later.setUTCDate(1);
  later.setUTCMonth(later.getUTCMonth() + months);
  const lastDay = new Date(Date.UTC(later.getUTCFullYear(), later.getUTCMonth() + 1, 0)).getUTCDate();
  later.setUTCDate(Math.min(at.getUTCDate(), lastDay));
  return later;
}
