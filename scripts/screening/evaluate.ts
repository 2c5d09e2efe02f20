import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { screen } from "#core/screening/screen.ts";
import type { Direction, SignalKind } from "#core/screening/screening.ts";
import { type Example, readMarked, readPresidio, readTweets } from "./examples.ts";
import { readHateCheck } from "./labelled.ts";
import { type Labelled, percent, scoreDanger, scoreIdentifiers, scoreKind } from "./scores.ts";

/**
 * The evaluation report: npm run eval:screening [-- --data DIR] [--public DIR] [--part NAME] [--only TOPIC] [--json] [--misses].
 * Without flags it scores the corpus of this project, the part that rules were tuned on, the one that
 * chooses thresholds, and the one that nobody chose anything by. `--data` adds a folder of labelled JSON lines, `--public` the public sets that tables/NOTICE.md names.
 */
const { values: flags } = parseArgs({
  options: {
    data: { type: "string" },
    public: { type: "string" },
    part: { type: "string" },
    only: { type: "string" },
    misses: { type: "boolean", default: false },
    json: { type: "boolean", default: false },
  },
});

const CORPUS = join(import.meta.dirname, "..", "..", "corpus");
const KINDS: Readonly<Record<string, { kind: SignalKind; positive: string[]; direction: Direction }>> = {
  impersonation: { kind: "impersonation", positive: ["claim"], direction: "inbound" },
  spam: { kind: "sales", positive: ["spam", "drug_sale", "miracle_cure"], direction: "inbound" },
  advice: { kind: "advice", positive: ["individualised_dosing", "diagnosis"], direction: "answer" },
  harassment: { kind: "harassment", positive: ["attack"], direction: "inbound" },
};

if (flags.misses && flags.part !== "tuned" && flags.part !== "none")
  throw new Error("Only the misses of what is learned from may be read: add --part tuned (corpus/README.md)");

const report: Record<string, unknown> = {};

function show(name: string, score: { misses: readonly string[]; byType?: unknown; table?: unknown }): void {
  const { misses, byType, table, ...figures } = score;
  report[name] = {
    ...figures,
    ...(byType === undefined ? {} : { byType }),
    ...(table === undefined ? {} : { table }),
  };
  if (flags.json) return;
  process.stdout.write(`\n${name}\n`);
  for (const [key, value] of Object.entries(figures)) process.stdout.write(`  ${key.padEnd(18)} ${value}\n`);
  if (byType !== undefined) console.table(byType);
  if (table !== undefined) console.table(table);
  if (flags.misses)
    for (const miss of misses) process.stdout.write(`  - ${miss.replaceAll("\n", "\\n").slice(0, 260)}\n`);
}

const wanted = (name: string) => flags.only === undefined || name.includes(flags.only);

function readLines<T>(file: string, read: (line: string) => T): T[] {
  return readFileSync(file, "utf8")
    .split("\n")
    .filter((line) => line.trim() !== "")
    .map(read);
}

const readLabelled = (file: string): Labelled[] =>
  readLines(file, (line) => {
    const [label = "", , text = ""] = line.split("\t");
    return { label, text };
  });
const jsonLines = <T>(file: string) => readLines(file, (line): T => JSON.parse(line));

function scoreCorpus(part: string): void {
  const folder = join(CORPUS, part);
  if (!existsSync(folder)) return;
  const files = readdirSync(folder).sort();
  const marked = files.filter((file) => file.startsWith("identifiers"));
  const name = (topic: string) => `${part}: ${topic}`;
  if (marked.length > 0 && wanted("identifiers"))
    show(name("identifiers"), scoreIdentifiers(marked.flatMap((file) => readMarked(join(folder, file)))));
  if (marked.length > 0 && wanted("ordinary"))
    show(name("ordinary"), scoreOrdinary(marked.flatMap((file) => readMarked(join(folder, file)))));
  const danger = files.filter((file) => /^(?:danger|harmless)/.test(file));
  if (danger.length > 0 && wanted("danger"))
    show(name("danger"), scoreDanger(danger.flatMap((file) => readLabelled(join(folder, file)))));
  for (const [topic, { kind, positive, direction }] of Object.entries(KINDS)) {
    const rows = files.filter((file) => file.startsWith(topic) && file.endsWith(".tsv"));
    if (rows.length > 0 && wanted(topic))
      show(
        name(topic),
        scoreKind(
          rows.flatMap((file) => readLabelled(join(folder, file))),
          kind,
          positive,
          direction,
        ),
      );
  }
}

/**
 * How much the readers make of talk about people, places and numbers, which carries no labels of danger, selling or claims:
 * nearly all that they raise here is raised for nothing.
 */
function scoreOrdinary(examples: readonly Example[]): { misses: string[] } & Record<string, unknown> {
  const misses: string[] = [];
  let alarms = 0;
  let holds = 0;
  for (const { text } of examples) {
    const { signals } = screen(text);
    const alarm = signals.find(({ rule, action }) => rule.startsWith("learned.") && action === "help");
    const hold = signals.find(({ rule, action }) => rule.startsWith("learned.") && action === "hold");
    if (alarm !== undefined) alarms++;
    else if (hold !== undefined) holds++;
    if (alarm !== undefined || hold !== undefined) misses.push(`${(alarm ?? hold)?.rule}: ${text}`);
  }
  return {
    messages: examples.length,
    alarms: percent(alarms, examples.length),
    holds: percent(holds, examples.length),
    misses,
  };
}

function scoreFolder(folder: string): void {
  const marked = readdirSync(folder).filter((file) => /^phi.*\.jsonl$/.test(file));
  if (marked.length > 0 && wanted("identifiers"))
    show(
      "data: identifiers",
      scoreIdentifiers(marked.flatMap((file) => jsonLines<Example>(join(folder, file)))),
    );
  const danger = join(folder, "crisis.jsonl");
  if (existsSync(danger) && wanted("danger")) show("data: danger", scoreDanger(jsonLines<Labelled>(danger)));
  for (const [topic, { kind, positive, direction }] of Object.entries(KINDS)) {
    const file = join(folder, `${topic}.jsonl`);
    if (existsSync(file) && wanted(topic))
      show(`data: ${topic}`, scoreKind(jsonLines<Labelled>(file), kind, positive, direction));
  }
}

/** Names in tweets: recall of people, and precision of all names and places removed. */
function scoreTweets(folder: string): void {
  const rows = ["emerging.dev.conll", "emerging.test.annotated"].flatMap((file) =>
    readTweets(join(folder, "wnut17"), file),
  );
  const people = scoreIdentifiers(
    rows.map((row) => ({ ...row, spans: row.spans.filter(({ type }) => type === "NAME") })),
  );
  let removed = 0;
  let right = 0;
  for (const { text, spans } of rows) {
    for (const { start, end, type } of screen(text).identifiers) {
      if (type !== "NAME" && type !== "CITY") continue;
      removed++;
      if (spans.some((span) => Math.min(span.end, end) > Math.max(span.start, start))) right++;
    }
  }
  show("public: WNUT17 names", {
    recall: people.recall,
    precision: percent(right, removed),
    misses: people.misses,
  } as never);
}

const COUNTRIES_AND_YEARS = /^(?:(?:19|20)\d\d|\p{L}+day)$/iu;

function scorePublic(folder: string): void {
  if (wanted("wnut")) scoreTweets(folder);
  if (wanted("presidio")) {
    const rows = readPresidio(join(folder, "presidio-research", "synth_dataset_v2.json")).map((row) => ({
      ...row,
      spans: row.spans.filter(({ start, end, type }) => {
        const value = row.text.slice(start, end);
        return (
          !(type === "DATE" && COUNTRIES_AND_YEARS.test(value)) &&
          !(type === "CITY" && COUNTRY.has(value.toLowerCase()))
        );
      }),
    }));
    show("public: presidio-research", scoreIdentifiers(rows));
  }
  if (wanted("meqsum")) {
    const questions: string[] = JSON.parse(readFileSync(join(folder, "meqsum", "chq.json"), "utf8"));
    const screened = questions.map((text) => ({ text, result: screen(text) }));
    const touched = screened.filter(({ result }) => result.identifiers.length > 0);
    const alarmed = screened.filter(
      ({ result }) => result.verdict === "crisis" || result.verdict === "emergency",
    );
    show("public: MeQSum", {
      touched: percent(touched.length, questions.length),
      alarms: percent(alarmed.length, questions.length),
      misses: [
        ...touched.map(
          ({ text, result }) =>
            `touched ${result.identifiers.map(({ start, end, type }) => `${type} «${text.slice(start, end)}»`).join(", ")}`,
        ),
        ...alarmed.map(
          ({ text, result }) =>
            `alarm ${result.signals.map(({ rule, start, end }) => `${rule} «${text.slice(start, end)}»`).join(", ")}`,
        ),
      ],
    } as never);
  }
  if (wanted("hatecheck")) {
    const rows = readHateCheck(join(folder, "hatecheck", "test_suite_cases.csv"));
    show("public: HateCheck", scoreKind(rows, "harassment", ["hateful"]));
  }
}

const COUNTRY: ReadonlySet<string> = new Set(
  Array.from({ length: 676 }, (_, i) => String.fromCharCode(65 + Math.floor(i / 26), 65 + (i % 26))).flatMap(
    (code) => {
      const name = new Intl.DisplayNames(["en"], { type: "region", fallback: "none" }).of(code);
      return name === undefined ? [] : [name.toLowerCase(), code.toLowerCase()];
    },
  ),
);

for (const part of flags.part === undefined ? ["tuned", "heldout", "reserve"] : [flags.part])
  scoreCorpus(part);
if (flags.data !== undefined) scoreFolder(flags.data);
if (flags.public !== undefined) scorePublic(flags.public);
if (flags.json) process.stdout.write(`${JSON.stringify(report)}\n`);
