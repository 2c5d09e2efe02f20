import { readdirSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import {
  HANDLE_FEATURE_BITS,
  HANDLE_FEATURE_LIMIT,
  handleFeatures,
  handleRuns,
} from "#core/screening/handles/features.ts";
import { HANDLE_KINDS } from "#core/screening/handles/read-handles.ts";
import { namesEvidence } from "#core/screening/identifiers/find-identifiers.ts";
import { SEEN } from "#core/screening/identifiers/glance.ts";
import { foldForms } from "#core/screening/reading/fold.ts";
import { tokensOf } from "#core/screening/reading/tokens.ts";
import { seeded } from "./chance.ts";
import { type Example, readMarked } from "./examples.ts";
import { linesOf, questionLines } from "./labelled.ts";
import { type Lesson, trainLinear, writeWeights } from "./linear-trainer.ts";

/**
 * Trains the reading of handles that look like words and writes tables/handles.bin. Run: npm run tables:handles -- DIR
 * [--hold-out], DIR being the public data that tables/NOTICE.md names. Only corpus/tuned and the questions of MeQSum teach
 * it, with --hold-out half of those. The same sources give the same bytes.
 */
const { values: flags, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    "hold-out": { type: "boolean", default: false },
    epochs: { type: "string", default: "12" },
    rate: { type: "string", default: "0.25" },
    decay: { type: "string", default: "0.000002" },
    copies: { type: "string", default: "4" },
    hide: { type: "string", default: "0.4" },
  },
});
const publicData = positionals[0];
if (publicData === undefined)
  throw new Error("Name the folder of the public data: npm run tables:handles -- DIR");
const random = seeded(20261127);
const CORPUS = join(import.meta.dirname, "..", "..", "corpus", "tuned");
const filesOf = (topics: RegExp) =>
  readdirSync(CORPUS)
    .filter((file) => topics.test(file))
    .sort();

const buffer = new Int32Array(HANDLE_FEATURE_LIMIT);

/** What may be a handle in a text, but for what finders or marks know for something else. */
function lessonsOf({ text, spans }: Example, weight: number): Lesson[] {
  const forms = foldForms(text);
  const { seen, evidence } = namesEvidence(forms.text, tokensOf(forms.text));
  const { tokens, facts } = evidence;
  const place = (at: number) => forms.starts?.[at] ?? at;
  return handleRuns(forms.text, tokens, facts, (seen & SEEN.handle) !== 0).flatMap((run): Lesson[] => {
    const start = place(tokens[run.first]?.start ?? 0);
    const end = place((tokens[run.last]?.stemEnd ?? 1) - 1) + 1;
    const span = spans.find((one) => one.start < end && one.end > start);
    if (span !== undefined && span.type !== "HANDLE") return [];
    const count = handleFeatures(forms.text, tokens, facts, run, buffer);
    return [{ features: buffer.slice(0, count), kind: span === undefined ? 0 : 1, weight }];
  });
}

const marked = filesOf(/^identifiers/).flatMap((file) => readMarked(join(CORPUS, file)));
/** Handles that no finder knows by their form. */
const handles = marked.flatMap(({ text, spans }) =>
  spans.filter(({ type }) => type === "HANDLE").map(({ start, end }) => text.slice(start, end)),
);
const wordlike = handles.filter((handle) => /^[\p{L}\p{N}_.-]+$/u.test(handle));

/** The same text with other handles in it: what counts is what stands around them. */
function renamed({ text, spans }: Example): Example {
  const made: { start: number; end: number; type: string }[] = [];
  let built = "";
  let at = 0;
  for (const { start, end, type } of [...spans].sort((a, b) => a.start - b.start)) {
    if (start < at) continue;
    built += text.slice(at, start);
    const other = wordlike[Math.floor(random() * wordlike.length)] ?? "";
    const value = type === "HANDLE" ? other : text.slice(start, end);
    made.push({ start: built.length, end: built.length + value.length, type });
    built += value;
    at = end;
  }
  return { text: built + text.slice(at), spans: made };
}

const plain = filesOf(/^(?:danger|harmless|spam|advice|impersonation|harassment)/).flatMap((file) =>
  linesOf(join(CORPUS, file)).map((line): Example => ({ text: line.split("\t")[2] ?? "", spans: [] })),
);
const questions = questionLines(publicData)
  .filter((_, index) => !flags["hold-out"] || index % 2 === 0)
  .map((text): Example => ({ text, spans: [] }));
const copies = Number(flags.copies);
const lessons = [
  ...marked.flatMap((example) => [
    ...lessonsOf(example, 1),
    ...Array.from({ length: example.spans.some(({ type }) => type === "HANDLE") ? copies : 0 }, () =>
      renamed(example),
    ).flatMap((copy) => lessonsOf(copy, 1 / copies)),
  ]),
  ...plain.flatMap((example) => lessonsOf(example, 1)),
  ...questions.flatMap((example) => lessonsOf(example, 1)),
];
process.stdout.write(
  `${lessons.length} stretches, ${lessons.filter(({ kind }) => kind > 0).length} of them handles\n`,
);
const weights = trainLinear(lessons, {
  kinds: HANDLE_KINDS,
  size: 1 << HANDLE_FEATURE_BITS,
  epochs: Number(flags.epochs),
  rate: Number(flags.rate),
  decay: Number(flags.decay),
  hide: Number(flags.hide),
  random,
});
writeWeights("handles.bin", weights);
