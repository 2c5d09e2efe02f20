import { resolve } from "node:path";
import { writePublished } from "#cli/badge-files.ts";
import { FORMATS } from "#cli/choices.ts";
import { type CommandInput, type Outcome, textOption, UsageError } from "#cli/command.ts";
import { transparencyHtml } from "#cli/transparency/html.ts";
import { transparencyDocument } from "#cli/transparency/json.ts";
import { transparencyMarkdown } from "#cli/transparency/markdown.ts";
import { lastFullMonth, type Month, monthNamed, monthWords } from "#core/reporting/month.ts";
import { type Posted, publishTransparency } from "#core/reporting/publish-transparency.ts";
import { type TransparencyReport, transparencyReport } from "#core/reporting/transparency-report.ts";

const WRITE: Readonly<Record<(typeof FORMATS)[number], (report: TransparencyReport) => string>> = {
  md: transparencyMarkdown,
  html: transparencyHtml,
  json: (report) => JSON.stringify(transparencyDocument(report), null, 2),
};

function monthOption({ options, io }: CommandInput): Month {
  const typed = textOption(options, "month");
  if (typed === undefined) return lastFullMonth(io.clock?.now() ?? new Date());
  const month = monthNamed(typed);
  if (month === undefined) throw new UsageError(`--month must be such as 2026-10, not "${typed}"`);
  return month;
}

function formatOption({ options, json }: CommandInput) {
  const asked = textOption(options, "format") ?? (json ? "json" : "md");
  const format = FORMATS.find((known) => known === asked);
  if (format === undefined)
    throw new UsageError(`--format must be one of ${FORMATS.join(", ")}, not "${asked}"`);
  if (json && format !== "json" && options.out === undefined)
    throw new UsageError("--json prints JSON and nothing else; with another --format it needs --out");
  return { format, write: WRITE[format] };
}

const SIDES = {
  patients: "where patients ask",
  team: "where the team moderates",
} as const satisfies Record<Posted["side"], string>;

const SAYS = {
  posted: "is being posted",
  "posted before": "was posted already, and is not posted again",
  "not linked": "is not posted, since no channel is linked",
} as const satisfies Record<Posted["is"], string>;

const postedLines = (posted: readonly Posted[], month: Month): string[] =>
  posted.map(({ side, is }) => `The report of ${monthWords(month)} ${SAYS[is]}: ${SIDES[side]}.`);

/** The transparency report of a month: printed, written to a file, posted to both sides. */
export async function run(input: CommandInput): Promise<Outcome> {
  const { options } = input;
  const month = monthOption(input);
  const { format, write } = formatOption(input);
  const out = textOption(options, "out");
  const file = out === undefined ? undefined : resolve(out);
  const isPosted = options.post === true;
  if (isPosted && file === undefined && options.format !== undefined)
    throw new UsageError("with --post, --format needs --out: the file that it is written to");
  const asked = { actor: await input.actor(), month };
  const core = await input.core();
  if (!isPosted && file === undefined) {
    const report = await transparencyReport(core, asked);
    return { data: transparencyDocument(report), lines: [write(report)] };
  }
  if (file !== undefined) writePublished(file, `${write(await transparencyReport(core, asked))}\n`);
  const posted = isPosted ? await publishTransparency(core, asked) : undefined;
  return {
    data: {
      month: month.id,
      ...(file === undefined ? {} : { file, format }),
      ...(posted === undefined ? {} : { posted }),
    },
    lines: [
      ...(file === undefined ? [] : [`${file}: the report of ${monthWords(month)}.`]),
      ...(posted === undefined ? [] : postedLines(posted, month)),
    ],
  };
}
