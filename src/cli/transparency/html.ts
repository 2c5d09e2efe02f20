import { createHash } from "node:crypto";
import { monthWords } from "#core/reporting/month.ts";
import { OUTLINE } from "#core/reporting/outline.ts";
import type { Row, Section, Table } from "#core/reporting/section.ts";
import type { TransparencyReport } from "#core/reporting/transparency-report.ts";
import { countWords, durationWords, NOTES, shareWords } from "#core/reporting/words.ts";
import { barsSvg } from "./bars.ts";
import { element, escaped } from "./markup.ts";
import { STYLE } from "./style.ts";

/** No script, no font, no picture, no frame, no address of anybody: only the style that is written here. */
const POLICY = [
  "default-src 'none'",
  `style-src 'sha256-${createHash("sha256").update(STYLE).digest("base64")}'`,
  "base-uri 'none'",
  "form-action 'none'",
].join("; ");

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

/**
 * The report as one page that needs nothing else and runs nothing. It is well-formed XML too, so that any tool can check
 * that a name stays a text.
 */
export function transparencyHtml(report: TransparencyReport): string {
  const title = `Transparency report: ${report.community}, ${monthWords(report.month)}`;
  const page = element(
    "html",
    { lang: "en" },
    element(
      "head",
      {},
      element("meta", { charset: "utf-8" }),
      element("meta", { "http-equiv": "Content-Security-Policy", content: POLICY }),
      element("meta", { name: "viewport", content: "width=device-width, initial-scale=1" }),
      element("meta", { name: "referrer", content: "no-referrer" }),
      element("title", {}, escaped(title)),
      `<style>${STYLE}</style>`,
    ),
    element(
      "body",
      {},
      element(
        "main",
        {},
        element("h1", { dir: "auto" }, escaped(title)),
        element(
          "p",
          {},
          "What the moderators and the team of this community did in a month, in numbers. It names nobody.",
        ),
        element("ul", { class: "notes" }, ...NOTES.map((note) => element("li", {}, escaped(note)))),
        ...OUTLINE.map((section) => sectionOf(section, report)),
      ),
    ),
  );
  return `<!DOCTYPE html>\n${page}`;
}
