import { element, escaped } from "#core/html/markup.ts";
import { htmlPage } from "#core/html/page.ts";
import { monthWords } from "#core/reporting/month.ts";
import type { Row, Section, Table } from "#core/reporting/section.ts";
import type { TransparencyReport } from "#core/reporting/transparency-report.ts";
import { countWords, durationWords, NOTES, shareWords } from "#core/reporting/words.ts";
import { barsSvg } from "./bars.ts";
import { STYLE } from "./style.ts";

type Cells = readonly [string, ...string[]];

const head = (cell: string, scope: "row" | "col"): string => element("th", { scope }, escaped(cell));

const rowOf = ([first, ...rest]: Cells): string =>
  element("tr", {}, head(first, "row"), ...rest.map((cell) => element("td", {}, escaped(cell))));

function tableOf(caption: string, columns: Cells, rows: readonly Cells[], total?: Cells): string {
  return element(
    "table",
    {},
    element("caption", {}, escaped(caption)),
    element("thead", {}, element("tr", {}, ...columns.map((column) => head(column, "col")))),
    element("tbody", {}, ...rows.map(rowOf)),
    ...(total === undefined ? [] : [element("tfoot", {}, rowOf(total))]),
  );
}

function countPair(id: string, { title, total, rows }: Table, { counts }: TransparencyReport): string {
  const told = (row: Row) => counts[row.id] ?? 0;
  const cells = (row: Row): Cells => [row.words, countWords(told(row))];
  return element(
    "div",
    { class: "pair" },
    tableOf(title, ["What", "How many"], rows.map(cells), [
      `${total.words}, in all`,
      countWords(told(total)),
    ]),
    barsSvg(
      id,
      title,
      rows.map((row) => ({ words: row.words, told: told(row) })),
    ),
  );
}

function sectionOf(section: Section, report: TransparencyReport): string {
  const { id, title, about, tables, rows, shares, times } = section;
  const singles = [
    ...rows.map((row): Cells => [row.words, countWords(report.counts[row.id] ?? 0)]),
    ...shares.map((share): Cells => [share.words, shareWords(report.shares[share.id] ?? "none")]),
  ];
  const durations = times.map(
    (time): Cells => [
      time.words,
      durationWords(report.times[time.id].median),
      durationWords(report.times[time.id].ninetieth),
    ],
  );
  return element(
    "section",
    { "aria-labelledby": id },
    element("h2", { id }, escaped(title)),
    element("p", {}, escaped(about)),
    ...tables.map((table, at) => countPair(`${id}-${at}`, table, report)),
    ...(singles.length === 0
      ? []
      : [tableOf(tables.length === 0 ? title : "Besides", ["What", "How many"], singles)]),
    ...(durations.length === 0
      ? []
      : [
          tableOf(
            "How long it took at most",
            ["From what to what", "In half of them", "In nine of ten"],
            durations,
          ),
        ]),
  );
}

/** The report as one page that needs nothing else and runs nothing. */
export function transparencyHtml(report: TransparencyReport): string {
  return htmlPage({
    title: `Transparency report: ${report.community}, ${monthWords(report.month)}`,
    style: STYLE,
    main: [
      element(
        "p",
        {},
        "What the moderators and the team of this community did in a month, in numbers. It names nobody.",
      ),
      element("ul", { class: "notes" }, ...NOTES.map((note) => element("li", {}, escaped(note)))),
      ...report.sections.map((section) => sectionOf(section, report)),
    ],
  });
}
