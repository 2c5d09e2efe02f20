import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { COMMON_OPTIONS, GROUPS, type Option, SURFACE, type Surface } from "#cli/surface.ts";

/** Writes docs/cli.md from the table of commands; with --check it only says whether the file is that of the table. */
const file = join(import.meta.dirname, "..", "docs", "cli.md");

/** A bar would end the cell. */
function bar(text: string): string {
  return text.replaceAll("|", "\\|");
}

function table(options: readonly Option[]): string[] {
  if (options.length === 0) return [];
  const rows = options.map(([flags, meaning]) => `| \`${bar(flags)}\` | ${bar(meaning)} |`);
  return ["| flag | what it does |", "|---|---|", ...rows, ""];
}

function section({ words, summary, options = [], examples = [] }: Surface): string[] {
  const lines = [`## curbside ${words}`, `${summary}.`, "", ...table(options)];
  return examples.length === 0 ? lines : [...lines, "```sh", ...examples, "```", ""];
}

function reference(): string {
  const inGroup = (noun: string) => SURFACE.filter(({ words }) => words.startsWith(`${noun} `));
  const alone = SURFACE.filter(({ words }) => !((words.split(" ")[0] as string) in GROUPS));
  return [
    "# The command line",
    "Written by `npm run generate` from `src/cli/surface.ts`; change it there. What a command needs and was not given, it asks for where somebody can be asked. Every command acts as the person who signed in with `curbside login`.",
    "",
    "Every command also takes:",
    "",
    ...table(COMMON_OPTIONS),
    "It ends with 0 when done, 1 when the fault is ours, 2 when it was typed in a way that cannot be meant, 3 when it was refused, 4 when there is no such thing, 75 when it may be tried again later, 130 when it was interrupted. `CURBSIDE_HOME` names the folder of the database, keys and logs; `CURBSIDE_TOKEN_FILE` the file of your token; `NO_COLOR` turns colours off.",
    "",
    ...alone.flatMap(section),
    ...Object.entries(GROUPS).flatMap(([noun, what]) => [`# ${what}`, "", ...inGroup(noun).flatMap(section)]),
  ].join("\n");
}

const wanted = `${reference().trimEnd()}\n`;
if (process.argv.includes("--check")) {
  const found = await readFile(file, "utf8").catch(() => "");
  if (found !== wanted) {
    process.stdout.write("docs/cli.md is not that of src/cli/surface.ts; run npm run generate.\n");
    process.exit(1);
  }
} else {
  await writeFile(file, wanted);
}
