import { FEW } from "#core/reporting/hide-small.ts";
import type { Row } from "#core/reporting/section.ts";
import type { Told } from "#core/reporting/told.ts";
import type { TransparencyReport } from "#core/reporting/transparency-report.ts";
import { NOTES } from "#core/reporting/words.ts";

/** Counted up when a name or a meaning changes; a further figure changes neither. */
const SCHEMA = "curbside.transparency/1";

const inDocument = (told: Told | "none" | undefined) =>
  told === "hidden" ? { hidden: true } : told === undefined || told === "none" ? null : told;

/** The report as one document. A hidden number is `{ "hidden": true }`, and null is "nothing to measure". */
export function transparencyDocument({
  community,
  month,
  counts,
  shares,
  times,
  sections: outline,
}: TransparencyReport) {
  const rowOf = ({ id, words }: Row) => ({ id, words, count: inDocument(counts[id]) });
  return {
    schema: SCHEMA,
    community,
    month: month.id,
    from: month.from.toISOString(),
    to: month.to.toISOString(),
    hiddenBelow: FEW,
    notes: NOTES,
    sections: outline.map((section) => ({
      id: section.id,
      title: section.title,
      about: section.about,
      tables: section.tables.map(({ title, total, rows }) => ({
        title,
        total: rowOf(total),
        rows: rows.map(rowOf),
      })),
      counts: section.rows.map(rowOf),
      shares: section.shares.map(({ id, words, of, from }) => ({
        id,
        words,
        of,
        from,
        percent: inDocument(shares[id]),
      })),
      times: section.times.map(({ id, words }) => ({
        id,
        words,
        medianMinutes: inDocument(times[id].median),
        ninetiethMinutes: inDocument(times[id].ninetieth),
      })),
    })),
  };
}
