import type { Action } from "#core/moderation/decisions/action.ts";

/** What happened in one month, as counts. The names are those of the JSON report: they are kept. */
export type FigureId =
  | "reports"
  | "reports.members"
  | "reports.screening"
  | "reports.text"
  | "reports.post"
  | "reports.experience"
  | "reports.person"
  | "cases.opened"
  | "cases.opened.decided"
  | "cases.opened.waiting"
  | "cases.decided"
  | "cases.earlier.decided"
  | "cases.dismissed"
  | "cases.acted"
  | `action.${Exclude<Action, "dismiss">}`
  | `rule.${string}`
  | "decisions.lapsed"
  | "decisions.undone"
  | "moderators"
  | "appeals.filed"
  | "appeals.decided"
  | "appeals.upheld"
  | "appeals.overturned"
  | "questions"
  | "questions.day"
  | "questions.day.answered"
  | "questions.day.told"
  | "questions.promise"
  | "questions.promise.answered"
  | "questions.promise.told"
  | "questions.taken-back"
  | "questions.late"
  | "answers.first"
  | "alerts"
  | "alerts.wrote"
  | "alerts.company"
  | "alerts.worry"
  | "alerts.taken"
  | "alerts.taken.soon"
  | "alerts.taken.later"
  | "alerts.nobody"
  | "alerts.told-again"
  | "worries"
  | "claims"
  | "claims.approved"
  | "claims.rejected"
  | "credentials.suspended"
  | "credentials.expired"
  | "credentials.revoked"
  | "credentials.questioned"
  | "looks"
  | "looks.passed"
  | "looks.sent-back"
  | "looks.lapsed"
  | "taken-back"
  | "members.erased"
  | "texts.removed";

/** What some counts contain, and what is told nowhere: those who report a case that is open already, and so on. */
export type UnsaidId = "reports.further" | "decisions.further" | "worries.further";

export type TimeId = "decision" | "appeal" | "answer" | "alert";

/** The counts of a month, by name; one that is not there is 0. */
export type Counts = Partial<Record<FigureId, number>>;

/** How long things took, in milliseconds, each of those that came to an end in the month. */
export type Durations = Readonly<Record<TimeId, readonly number[]>>;

/** What was read of one month. Never shown: see `told`. */
export interface MonthRead {
  readonly counts: Counts;
  readonly durations: Durations;
}

/** Counts how often each name occurs. */
export function tally(ids: Iterable<FigureId>): Counts {
  const counts: Counts = {};
  for (const id of ids) counts[id] = (counts[id] ?? 0) + 1;
  return counts;
}
