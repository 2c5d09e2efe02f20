import type { RuleBook } from "#core/moderation/rules.ts";
import { shippedRules } from "#core/moderation/shipped-rules.ts";
import type { Counts, Durations } from "#core/reporting/figures.ts";
import { monthNamed } from "#core/reporting/month.ts";
import { outlineOf } from "#core/reporting/outline.ts";
import { toldMonth } from "#core/reporting/told.ts";
import type { TransparencyReport } from "#core/reporting/transparency-report.ts";

/** A month of a community that does not exist. */
const COUNTS: Counts = {
  reports: 63,
  "reports.members": 56,
  "reports.screening": 7,
  "reports.text": 31,
  "reports.post": 24,
  "reports.person": 8,
  "cases.opened": 48,
  "cases.opened.decided": 41,
  "cases.opened.waiting": 7,
  "cases.decided": 47,
  "cases.earlier.decided": 6,
  "cases.dismissed": 16,
  "cases.acted": 31,
  "action.hide": 9,
  "action.redact": 6,
  "action.warn": 7,
  "action.strike": 6,
  "action.time-out": 2,
  "action.ban": 1,
  "rule.kind": 8,
  "rule.private": 6,
  "rule.no-sales": 9,
  "rule.no-dosing": 5,
  "rule.no-harassment": 3,
  "decisions.undone": 1,
  moderators: 6,
  "appeals.filed": 9,
  "appeals.decided": 12,
  "appeals.upheld": 7,
  "appeals.overturned": 5,
  questions: 118,
  "questions.day": 84,
  "questions.day.answered": 77,
  "questions.day.told": 7,
  "questions.promise": 25,
  "questions.promise.answered": 11,
  "questions.promise.told": 14,
  "questions.taken-back": 6,
  "questions.late": 3,
  "answers.first": 90,
  alerts: 22,
  "alerts.wrote": 14,
  "alerts.company": 3,
  "alerts.worry": 5,
  "alerts.taken": 22,
  "alerts.taken.soon": 16,
  "alerts.taken.later": 6,
  "alerts.told-again": 6,
  worries: 8,
  claims: 11,
  "claims.approved": 8,
  "claims.rejected": 2,
  "credentials.suspended": 1,
  "credentials.questioned": 5,
  looks: 37,
  "looks.passed": 32,
  "looks.sent-back": 5,
  "taken-back": 13,
  "texts.removed": 9,
};

const HOUR_MS = 3_600_000;

/** So many values that grow from the first to about the last. */
const growing = (count: number, first: number, last: number): number[] =>
  Array.from({ length: count }, (_, at) => (first + ((last - first) * at * at) / count ** 2) * HOUR_MS);

const DURATIONS: Durations = {
  decision: growing(47, 0.3, 60),
  appeal: growing(12, 4, 70),
  answer: growing(90, 0.5, 66),
  alert: growing(22, 0.03, 3),
};

const MONTH = monthNamed("2026-10");

/** The same for the picture in the docs, the example there, and the tests. */
export function syntheticMonth(
  community = "Living with migraine",
  rules: RuleBook = shippedRules(),
): TransparencyReport {
  if (MONTH === undefined) throw new Error("no such month");
  const outline = outlineOf(rules);
  const told = toldMonth({ counts: COUNTS, durations: DURATIONS }, outline);
  return { community, month: MONTH, sections: outline.sections, ...told };
}
