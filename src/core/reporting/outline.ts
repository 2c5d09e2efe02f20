import type { RuleBook } from "#core/moderation/rules.ts";
import { CARE } from "./care-sections.ts";
import type { FigureId, UnsaidId } from "./figures.ts";
import { moderationSections } from "./moderation-sections.ts";
import type { Sum } from "./possible-values.ts";
import type { Section } from "./section.ts";

/** Told only where all that it nearly is the sum of is told: most alerts that are sent again are those not taken at once. */
export const GATES: Readonly<Partial<Record<FigureId, readonly FigureId[]>>> = {
  "alerts.told-again": ["alerts", "alerts.taken", "alerts.taken.soon", "alerts.taken.later", "alerts.nobody"],
};

/** What contains what without being told: a case has a report at least, a moderator a decision, a worry alert a worry. */
const CONTAINED: readonly (Sum & { readonly unsaid: UnsaidId })[] = [
  { total: "reports", parts: ["cases.opened", "reports.further"], unsaid: "reports.further" },
  { total: "cases.decided", parts: ["moderators", "decisions.further"], unsaid: "decisions.further" },
  { total: "worries", parts: ["alerts.worry", "worries.further"], unsaid: "worries.further" },
];

export const UNSAID: ReadonlySet<string> = new Set(CONTAINED.map(({ unsaid }) => unsaid));

/** The whole report before its numbers. */
export interface Outline {
  /** Every count with its words. The order decides too what is hidden beside a small number. */
  readonly sections: readonly Section[];
  /** How all counts of the report add up, across its tables. */
  readonly sums: readonly Sum[];
  /** Every count, once, in the order of the report. */
  readonly figures: readonly FigureId[];
}

/** The report of a community with these rules. */
export function outlineOf(rules: RuleBook): Outline {
  const sections = [...moderationSections(rules), ...CARE];
  const tables = sections.flatMap((section) => section.tables);
  const sums = [
    ...tables.map(({ total, rows }) => ({ total: total.id, parts: rows.map(({ id }) => id) })),
    ...CONTAINED.map(({ total, parts }) => ({ total, parts })),
  ];
  const ids = sections.flatMap((section) => [
    ...section.tables.flatMap(({ total, rows }) => [total.id, ...rows.map(({ id }) => id)]),
    ...section.rows.map(({ id }) => id),
  ]);
  return { sections, sums, figures: [...new Set(ids)] };
}
