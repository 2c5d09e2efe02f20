import type { RuleAsRead } from "../rules.ts";

/** The life of a decision. A forgotten state or event does not compile. */
export type DecisionState = "standing" | "over" | "lapsed" | "undone";
export type DecisionEvent = "end" | "lapse" | "undo";

/** `end`: its time is up. `lapse`: no second person confirmed it. `undo`: taken back, by an appeal or as a mistake. */
const TRANSITIONS = {
  standing: { end: "over", lapse: "lapsed", undo: "undone" },
  // Whoever was right to appeal is told so, and what it counted goes, also when it is over.
  over: { undo: "undone" },
  lapsed: {},
  undone: {},
} as const satisfies Record<DecisionState, Partial<Record<DecisionEvent, DecisionState>>>;

const TABLE: Record<DecisionState, Partial<Record<DecisionEvent, DecisionState>>> = TRANSITIONS;

export const DECISION_STATES = Object.keys(TRANSITIONS) as readonly DecisionState[];

export const nextDecisionState = (state: DecisionState, event: DecisionEvent): DecisionState | undefined =>
  TABLE[state][event];

/** The states in which `event` is a step; for the `where` of a conditional update. */
export const decisionsAllowing = (event: DecisionEvent): DecisionState[] =>
  DECISION_STATES.filter((state) => nextDecisionState(state, event) !== undefined);

/** What a decision says beyond its columns; sealed. */
export interface DecisionDetail {
  /** In plain words, to whom it is about. */
  readonly reason: string;
  /** What it leaves as it is. */
  readonly stays: string;
  /** The rule as it read then; decisions of before this was kept have none. */
  readonly asRead?: RuleAsRead;
  /** ISO 8601: until when a strike that reached a threshold also pauses writing. */
  readonly pausesUntil?: string;
  /** The words that were removed from a text, the version that had them, and the one that undoing it made. */
  readonly removed?: {
    readonly words: readonly string[];
    readonly version: number;
    readonly restored?: number;
  };
}
