import { readdirSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { type Example, readMarked } from "./examples.ts";
import { linesOf, questionLines } from "./labelled.ts";

const TUNED = join(import.meta.dirname, "..", "..", "corpus", "tuned");

const filesOf = (topics: RegExp): string[] =>
  readdirSync(TUNED)
    .filter((file) => topics.test(file))
    .sort()
    .map((file) => join(TUNED, file));

/** What a trainer was asked for: the folder of the public data, and whether half of it is to be left out. */
export function trainerFlags(command: string): { publicData: string; heldOut: boolean } {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { "hold-out": { type: "boolean", default: false } },
  });
  const [publicData] = positionals;
  if (publicData === undefined)
    throw new Error(`Name the folder of the public data: npm run ${command} -- DIR`);
  return { publicData, heldOut: values["hold-out"] };
}

/** The texts of corpus/tuned whose identifiers are marked. */
export const markedExamples = (): Example[] => filesOf(/^identifiers/).flatMap(readMarked);

/** The texts of other topics, in which no identifier is marked. */
export const plainExamples = (topics: RegExp): Example[] =>
  filesOf(topics)
    .flatMap(linesOf)
    .map((line) => ({ text: line.split("\t")[2] ?? "", spans: [] }));

/** The questions of MeQSum, or every second one. */
export const questionExamples = (publicData: string, heldOut: boolean): Example[] =>
  questionLines(publicData)
    .filter((_, index) => !heldOut || index % 2 === 0)
    .map((text) => ({ text, spans: [] }));

/** The same text with other values in the place of what is marked. */
export function withOther({ text, spans }: Example, other: (type: string, value: string) => string): Example {
  const made: { start: number; end: number; type: string }[] = [];
  let built = "";
  let at = 0;
  for (const { start, end, type } of [...spans].sort((a, b) => a.start - b.start)) {
    if (start < at) continue;
    built += text.slice(at, start);
    const value = other(type, text.slice(start, end));
    made.push({ start: built.length, end: built.length + value.length, type });
    built += value;
    at = end;
  }
  return { text: built + text.slice(at), spans: made };
}
