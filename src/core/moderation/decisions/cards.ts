import type { Message } from "#core/language/t.ts";
import type { DecidedRule } from "../rules.ts";
import type { Action } from "./action.ts";
import type { DecisionState } from "./decision.ts";

/** To whom a decision is about, privately: what happened, by which rule, until when, and how to have it looked at again. */
export interface DecisionCard {
  readonly kind: "decision";
  readonly decisionId: string;
  readonly community: string;
  readonly action: Action;
  /** "hid the text": said after "We". */
  readonly did: Message;
  readonly rule: DecidedRule | undefined;
  readonly reason: string;
  readonly stays: string;
  /** The words of theirs that were removed. */
  readonly removedWords: readonly string[];
  readonly endsAt: Date | undefined;
  /** A strike paused their writing too, until then. */
  readonly pausesUntil: Date | undefined;
  /** One person decided it; it ends then unless a second one agrees. */
  readonly confirmBy: Date | undefined;
  readonly state: DecisionState;
  readonly appeal:
    | { readonly code: string; readonly until: Date }
    | { readonly state: "open" | "upheld" | "overturned" | "withdrawn"; readonly dueAt: Date }
    | undefined;
}

/** To whoever reported: what came of it. It names neither whom it was about nor what was decided. */
export interface ReportOutcomeCard {
  readonly kind: "report-outcome";
  readonly community: string;
  readonly acted: boolean;
  /** Said where nothing was done. */
  readonly reason: string;
}
