import { monthWords } from "#core/reporting/month.ts";
import type { Row, Section, Table } from "#core/reporting/section.ts";
import type { TransparencyReport } from "#core/reporting/transparency-report.ts";
import { countWords, durationWords, NOTES, shareWords } from "#core/reporting/words.ts";
import { cleanText } from "#core/screening/clean-text.ts";

/** Anybody's text on one line, letter by letter: no heading, table, link, mention or tag comes of it. */
export function plainMarkdown(text: string): string {
  return cleanText(text)
    .replace(/\s+/g, " ")
    .trim()
    .replace(/&/g, "&amp;")
    .replace(/</g, "&lt;")
    .replace(/>/g, "&gt;")
    .replace(/[\\`*_{}[\]()#+!|~-]/g, "\\$&")
    .replace(/@|:(?=\/\/)|(?<=www)\./gi, "$&\u200b");
}

type Cells = readonly [string, ...string[]];

const line = (cells: Cells): string => `| ${cells.join(" | ")} |`;

const table = (head: Cells, rows: readonly Cells[]): string[] => [
  line(head),
  `|---${"|---:".repeat(head.length - 1)}|`,
  ...rows.map(line),
  "",
];

function countTable({ title, total, rows }: Table, { counts }: TransparencyReport): string[] {
  const count = ({ id }: Row) => countWords(counts[id] ?? 0);
  // The title of a rule may be the community's own.
  const wordsOf = ({ id, words }: Row) => (id.startsWith("rule.") ? plainMarkdown(words) : words);
  return table(
    [title, "how many"],
    [
      ...rows.map((row): Cells => [wordsOf(row), count(row)]),
      [`**${total.words}, in all**`, `**${count(total)}**`],
    ],
  );
}

function sectionLines(section: Section, report: TransparencyReport): string[] {
  const { title, about, tables, rows, shares, times } = section;
  const singles = [
    ...rows.map(({ id, words }): Cells => [words, countWords(report.counts[id] ?? 0)]),
    ...shares.map(({ id, words }): Cells => [words, shareWords(report.shares[id] ?? "none")]),
  ];
  return [
    `## ${title}`,
    "",
    about,
    "",
    ...tables.flatMap((one) => countTable(one, report)),
    ...(singles.length === 0 ? [] : table([tables.length === 0 ? "What" : "Besides", "how many"], singles)),
    ...(times.length === 0
      ? []
      : table(
          ["How long it took at most", "in half of them", "in nine of ten"],
          times.map(
            ({ id, words }): Cells => [
              words,
              durationWords(report.times[id].median),
              durationWords(report.times[id].ninetieth),
            ],
          ),
        )),
  ];
}

/** The report as Markdown that reads well as a file and on GitHub. */
export function transparencyMarkdown(report: TransparencyReport): string {
  return [
    `# Transparency report: ${plainMarkdown(report.community)}, ${monthWords(report.month)}`,
    "",
    "What the moderators and the team of this community did in a month, in numbers. It names nobody.",
    "",
    ...NOTES.map((note) => `- ${note}`),
    "",
    ...report.sections.flatMap((section) => sectionLines(section, report)),
  ]
    .join("\n")
    .trimEnd();
}
