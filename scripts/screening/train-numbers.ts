import { namesEvidence } from "#core/screening/identifiers/find-identifiers.ts";
import { evidenceOf } from "#core/screening/names/features.ts";
import {
  NUMBER_FEATURE_BITS,
  NUMBER_FEATURE_LIMIT,
  numberFeatures,
} from "#core/screening/numbers/features.ts";
import { NUMBER_KINDS } from "#core/screening/numbers/read-numbers.ts";
import { numberRuns } from "#core/screening/numbers/runs.ts";
import { foldForms } from "#core/screening/reading/fold.ts";
import { tokensBetween, tokensOf } from "#core/screening/reading/tokens.ts";
import { seeded } from "./chance.ts";
import type { Example } from "./examples.ts";
import { type Lesson, trainLinear, writeWeights } from "./linear-trainer.ts";
import { markedExamples, plainExamples, questionExamples, trainerFlags, withOther } from "./tuned-texts.ts";

/**
 * Trains the reading of numbers (a linear model of many kinds) and writes tables/numbers.bin. Run:
 * npm run tables:numbers -- DIR [--hold-out], DIR being the public data that tables/NOTICE.md names. Only corpus/tuned
 * and the questions of MeQSum teach it, with --hold-out half of those. The same sources give the same bytes.
 */
const { publicData, heldOut } = trainerFlags("tables:numbers");
const random = seeded(20261126);
const COPIES = 4;

const KIND_OF = new Map<string, number>(NUMBER_KINDS.map((kind, index) => [kind, index]));

const buffer = new Int32Array(NUMBER_FEATURE_LIMIT);

/** The numbers of a text, each with what lies around it known for what it is; a number that nobody marked but a finder knows teaches nothing. */
function lessonsOf({ text, spans }: Example, weight: number, isMarked = false): Lesson[] {
  const forms = foldForms(text);
  const tokens = tokensOf(forms.text);
  const { formed } = namesEvidence(forms.text, tokens);
  const place = (at: number) => forms.starts?.[at] ?? at;
  return numberRuns(forms.text, tokens).flatMap(({ first, last }) => {
    const start = tokens[first]?.start ?? 0;
    const end = tokens[last]?.end ?? 0;
    const span = spans.find((one) => one.start < place(end - 1) + 1 && one.end > place(start));
    const shared =
      span === undefined ? 0 : Math.min(span.end, place(end - 1) + 1) - Math.max(span.start, place(start));
    const kind = span === undefined ? 0 : (KIND_OF.get(span.type) ?? -1);
    if (kind < 0 || (kind > 0 && shared * 2 < end - start)) return [];
    const touching = formed.filter((one) => one.start < end && one.end > start);
    if (kind === 0 && touching.length > 0 && !isMarked) return [];
    const others = formed.filter((one) => !touching.includes(one));
    const evidence = evidenceOf(forms.text, others.length === 0 ? tokens : tokensBetween(tokens, others));
    const run = {
      first: evidence.tokens.findIndex((token) => token.start === start),
      last: evidence.tokens.findIndex((token) => token.end === end),
    };
    if (run.first < 0 || run.last < run.first) return [];
    const count = numberFeatures(forms.text, evidence.tokens, evidence.facts, run, buffer);
    return [{ features: buffer.slice(0, count), kind, weight }];
  });
}

const LETTERS = "ABCDEFGHJKLMNPRSTUVWXYZ";
const CODES: ReadonlySet<string> = new Set(["ZIP", "VEHICLE", "ACCOUNT", "MRN", "DEVICE", "LICENSE", "SSN"]);

/** Another number of the same look. */
const redrawn = (value: string): string =>
  value
    .replace(/[0-9]/g, () => String(Math.floor(random() * 10)))
    .replace(/[A-Z]/g, () => LETTERS.charAt(Math.floor(random() * LETTERS.length)));

/** The same text with other numbers in it: what counts is what stands around them, and how numbers of a kind look. */
function renumbered(example: Example, looks: ReadonlyMap<string, readonly string[]>): Example {
  return withOther(example, (type, was) => {
    if (type === "AGE90" && /^\d+$/.test(was)) return String(90 + Math.floor(random() * 14));
    if (!CODES.has(type) || !/\d/.test(was)) return was;
    const others = looks.get(type) ?? [];
    let value = random() < 0.5 ? (others[Math.floor(random() * others.length)] ?? was) : was;
    value = redrawn(value);
    return random() < 0.15 ? value.toLowerCase() : value;
  });
}

const marked = markedExamples();
const looks = new Map<string, string[]>();
for (const { text, spans } of marked)
  for (const { start, end, type } of spans) {
    const value = text.slice(start, end);
    if (CODES.has(type) && /^(?=.*\d)[A-Z0-9 ./-]+$/.test(value))
      looks.set(type, [...(looks.get(type) ?? []), value]);
  }

const plain = plainExamples(/^(?:danger|harmless|spam|advice|impersonation)/);
const questions = questionExamples(publicData, heldOut);
const lessons = [
  ...marked.flatMap((example) => [
    ...lessonsOf(example, 1, true),
    ...Array.from({ length: example.spans.length === 0 ? 0 : COPIES }, () =>
      renumbered(example, looks),
    ).flatMap((copy) => lessonsOf(copy, 1 / COPIES)),
  ]),
  ...plain.flatMap((example) => lessonsOf(example, 0.7)),
  ...questions.flatMap((example) => lessonsOf(example, 0.7)),
];
process.stdout.write(
  `${lessons.length} numbers, ${lessons.filter(({ kind }) => kind > 0).length} of them identifiers\n`,
);

const weights = trainLinear(lessons, {
  kinds: NUMBER_KINDS.length,
  size: 1 << NUMBER_FEATURE_BITS,
  hide: 0.5,
  random,
});
writeWeights("numbers.bin", weights);
