import { extname } from "node:path";
import { day } from "#bots/library-words.ts";
import { readPublished } from "#cli/badge-files.ts";
import { type CommandInput, type Outcome, type Paint, textOption, UsageError } from "#cli/command.ts";
import { type Imported, importEntries } from "#core/library/imported/import-entries.ts";
import { FAQ_FORMATS, type FaqFormat } from "#core/library/imported/read-rows.ts";

const BY_NAME: Readonly<Record<string, FaqFormat>> = {
  ".yaml": "yaml",
  ".yml": "yaml",
  ".json": "json",
  ".csv": "csv",
  ".md": "md",
};

const MOST_BYTES = 4_000_000;

function formatOf(file: string, asked: string | undefined): FaqFormat {
  const format = asked === undefined ? BY_NAME[extname(file).toLowerCase()] : asked;
  const known = FAQ_FORMATS.find((one) => one === format);
  if (known === undefined)
    throw new UsageError(`What is in ${file}? Add --format with one of ${FAQ_FORMATS.join(", ")}`);
  return known;
}

function linesFor({ entries, known, wrong, isDone }: Imported, paint: Paint): string[] {
  const here = new Set(known);
  const fresh = entries.filter(({ line }) => !here.has(line));
  const end = isDone
    ? paint.good(`${fresh.length} brought in.`)
    : wrong.length > 0
      ? paint.bad("Nothing was brought in. Mend these lines and try again.")
      : `Nothing was brought in yet: add --yes for these ${fresh.length}.`;
  return [
    ...fresh.map(
      ({ line, question, topic, source, reviewBy }) =>
        `line ${line}: ${topic}: ${question}  ${paint.quiet(`from ${source}, review by ${day(reviewBy)}`)}`,
    ),
    ...known.map((line) => paint.quiet(`line ${line}: here already`)),
    ...wrong.map(({ line, what }) => paint.warn(`line ${line}: ${what}`)),
    end,
  ];
}

/** Brings in answers from elsewhere; without --yes it only says what it would do. */
export async function run(input: CommandInput): Promise<Outcome> {
  const [file = ""] = input.args;
  const format = formatOf(file, textOption(input.options, "format"));
  const imported = await importEntries(await input.core(), {
    actor: await input.actor(),
    text: readPublished(file, { wanted: "a list of questions and answers", limit: MOST_BYTES }),
    format,
    forReal: input.options.yes === true,
  });
  return {
    data: imported,
    lines: linesFor(imported, input.paint),
    exit: imported.wrong.length > 0 ? 3 : 0,
  };
}
