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
import type { Example } from "./examples.ts";
import { type Lesson, trainLinear, writeWeights } from "./linear-trainer.ts";
import { markedExamples, plainExamples, questionExamples, trainerFlags, withOther } from "./tuned-texts.ts";

/**
 * Trains the reading of handles that look like words and writes tables/handles.bin. Run: npm run tables:handles -- DIR
 * [--hold-out], DIR being the public data that tables/NOTICE.md names. Only corpus/tuned and the questions of MeQSum teach
 * it, with --hold-out half of those. The same sources give the same bytes.
 */
const { publicData, heldOut } = trainerFlags("tables:handles");
const random = seeded(20261127);
const COPIES = 4;

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

const marked = markedExamples();
/** Handles that no finder knows by their form. */
const handles = marked.flatMap(({ text, spans }) =>
  spans.filter(({ type }) => type === "HANDLE").map(({ start, end }) => text.slice(start, end)),
);
const wordlike = handles.filter((handle) => /^[\p{L}\p{N}_.-]+$/u.test(handle));

/** The same text with other handles in it: what counts is what stands around them. */
const renamed = (example: Example): Example =>
  withOther(example, (type, value) => {
    const other = wordlike[Math.floor(random() * wordlike.length)] ?? "";
    return type === "HANDLE" ? other : value;
  });

const plain = plainExamples(/^(?:danger|harmless|spam|advice|impersonation|harassment)/);
const questions = questionExamples(publicData, heldOut);
const lessons = [
  ...marked.flatMap((example) => [
    ...lessonsOf(example, 1),
    ...Array.from({ length: example.spans.some(({ type }) => type === "HANDLE") ? COPIES : 0 }, () =>
      renamed(example),
    ).flatMap((copy) => lessonsOf(copy, 1 / COPIES)),
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
  hide: 0.4,
  random,
});
writeWeights("handles.bin", weights);
