import { CARE } from "./care-sections.ts";
import type { FigureId, UnsaidId } from "./figures.ts";
import { MODERATION } from "./moderation-sections.ts";
import type { Sum } from "./possible-values.ts";
import type { Section } from "./section.ts";

/** The whole report: every count with its words. The order decides too what is hidden beside a small number. */
export const OUTLINE: readonly Section[] = [...MODERATION, ...CARE];

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

/** How all counts of the report add up, across its tables. */
export const SUMS: readonly Sum[] = [
  ...OUTLINE.flatMap(({ tables }) => tables).map(({ total, rows }) => ({
    total: total.id,
    parts: rows.map(({ id }) => id),
  })),
  ...CONTAINED.map(({ total, parts }) => ({ total, parts })),
];

/** Every count, once, in the order of the report. */
export const FIGURES: readonly FigureId[] = [
  ...new Set(
    OUTLINE.flatMap(({ tables, rows }) => [
      ...tables.flatMap((table) => [table.total.id, ...table.rows.map(({ id }) => id)]),
      ...rows.map(({ id }) => id),
    ]),
  ),
];
