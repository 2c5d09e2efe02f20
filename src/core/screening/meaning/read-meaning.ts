import type { Language } from "../reading/language.ts";
import { SHAPES, type Token } from "../reading/tokens.ts";
import { FILTERS, HEAD_STARTS, HEADS, LABEL_COUNT, READERS, type Topic, WIDTH } from "./heads.ts";
import { type MeaningTables, trainedMeaning } from "./tables.ts";
import { turnScores } from "./turns.ts";
import { type ReadWord, readWords } from "./vocabulary.ts";

/** How likely each label of a topic is, in the order of HEADS, and the words that speak most for the likeliest harm. */
export interface Meaning {
  /** How many words of the text the tables know. */
  readonly known: number;
  readonly likely: Readonly<Record<Topic, Float32Array>>;
  /** The stretch of the folded text that speaks most for a label. */
  readonly because: (topic: Topic, label: number) => { start: number; end: number };
}

/** Longer texts are read in stretches of this many words, which overlap by a quarter. */
const STRETCH = 60;
const STEP = 45;

const ALL = READERS * FILTERS;
const ROW = WIDTH * ALL;
const ALL_LABELS = READERS * LABEL_COUNT;

interface Stretch {
  readonly words: readonly ReadWord[];
  readonly activity: Float32Array;
  readonly likely: Readonly<Record<Topic, Float32Array>>;
}

function softmax(values: Float64Array): Float64Array {
  let top = Number.NEGATIVE_INFINITY;
  for (const value of values) if (value > top) top = value;
  let sum = 0;
  for (let at = 0; at < values.length; at++) {
    const value = Math.exp((values[at] ?? 0) - top);
    values[at] = value;
    sum += value;
  }
  for (let at = 0; at < values.length; at++) values[at] = (values[at] ?? 0) / sum;
  return values;
}

/** Adds to `sums` what the word at `row` adds to every filter at place `k`. */
function addPart(sums: Int32Array, words: Int8Array, row: number, k: number): void {
  if (row < 0) return;
  const start = row * ROW + k * ALL;
  for (let filter = 0; filter < ALL; filter++)
    sums[filter] = (sums[filter] ?? 0) + (words[start + filter] ?? 0);
}

const rowAt = (words: readonly ReadWord[], word: number) => words[word]?.row ?? -1;

/** How many places a filter has in a text, which is framed by one empty word on each side. */
const placeCount = (words: readonly ReadWord[]) => Math.max(words.length, WIDTH - 1) + 3 - WIDTH;

/** The strongest answer of each filter at any place. */
function activityOf(words: readonly ReadWord[], tables: MeaningTables): Float32Array {
  const table = tables.words;
  const sums = new Int32Array(ALL);
  const top = new Int32Array(ALL).fill(-1_000_000);
  const count = placeCount(words);
  for (let place = 0; place < count; place++) {
    const before = rowAt(words, place - 1);
    const here = rowAt(words, place);
    const after = rowAt(words, place + 1);
    if (before >= 0 && here >= 0 && after >= 0) {
      const first = before * ROW;
      const second = here * ROW + ALL;
      const third = after * ROW + 2 * ALL;
      for (let filter = 0; filter < ALL; filter++) {
        const sum =
          (table[first + filter] ?? 0) + (table[second + filter] ?? 0) + (table[third + filter] ?? 0);
        if (sum > (top[filter] ?? 0)) top[filter] = sum;
      }
      continue;
    }
    sums.fill(0);
    addPart(sums, table, before, 0);
    addPart(sums, table, here, 1);
    addPart(sums, table, after, 2);
    for (let filter = 0; filter < ALL; filter++) top[filter] = Math.max(top[filter] ?? 0, sums[filter] ?? 0);
  }
  const activity = new Float32Array(ALL);
  for (let filter = 0; filter < ALL; filter++)
    activity[filter] = Math.max(
      0,
      (top[filter] ?? 0) * (tables.filterScale[filter] ?? 0) + (tables.filterBias[filter] ?? 0),
    );
  return activity;
}

/** Where a filter answers most strongly. */
function strongestPlace(words: readonly ReadWord[], tables: MeaningTables, filter: number): number {
  let best = 0;
  let most = Number.NEGATIVE_INFINITY;
  for (let place = 0; place < placeCount(words); place++) {
    let sum = 0;
    for (let k = 0; k < WIDTH; k++) {
      const row = rowAt(words, place + k - 1);
      if (row >= 0) sum += tables.words[row * ROW + k * ALL + filter] ?? 0;
    }
    if (sum <= most) continue;
    most = sum;
    best = place;
  }
  return best;
}

/** The labels of some topics, as one range of all labels of a reader. */
function labelsOf(topics: readonly Topic[]): { from: number; to: number } {
  const from = Math.min(...topics.map((topic) => HEAD_STARTS[topic]));
  const to = Math.max(...topics.map((topic) => HEAD_STARTS[topic] + HEADS[topic].length));
  return { from, to };
}

/** What the mean of all words and the filters say of each label, reader by reader. */
function scoresOf(
  words: readonly ReadWord[],
  activity: Float32Array,
  tables: MeaningTables,
  topics: readonly Topic[],
): Float64Array {
  const { from, to } = labelsOf(topics);
  const sums = new Int32Array(ALL_LABELS);
  let known = 0;
  for (const { row } of words) {
    if (row < 0) continue;
    known++;
    const first = row * ALL_LABELS;
    for (let label = 0; label < ALL_LABELS; label++)
      sums[label] = (sums[label] ?? 0) + (tables.means[first + label] ?? 0);
  }
  const scores = new Float64Array(ALL_LABELS);
  for (let label = 0; label < ALL_LABELS; label++)
    scores[label] =
      (tables.labelBias[label] ?? 0) +
      (known === 0 ? 0 : ((sums[label] ?? 0) * (tables.meanScale[label] ?? 0)) / known);
  for (let reader = 0; reader < READERS; reader++) {
    const own = reader * LABEL_COUNT;
    for (let filter = reader * FILTERS; filter < (reader + 1) * FILTERS; filter++) {
      const strength = activity[filter] ?? 0;
      if (strength === 0) continue;
      const first = filter * LABEL_COUNT;
      for (let label = from; label < to; label++)
        scores[own + label] = (scores[own + label] ?? 0) + strength * (tables.labels[first + label] ?? 0);
    }
  }
  return scores;
}

/** Half of the answer is that of the readers, half that of the turns of phrase: each knows what the other misses. */
const SHARE_OF_TURNS = 0.5;

/** How likely each label of a topic is, as the mean of the readers and the turns of phrase. */
function likelyOf(
  scores: Float64Array,
  turns: Float64Array,
  topics: readonly Topic[],
): Record<Topic, Float32Array> {
  const likely = {} as Record<Topic, Float32Array>;
  for (const topic of topics) {
    const count = HEADS[topic].length;
    const mean = new Float32Array(count);
    const add = (values: Float64Array, start: number, share: number) => {
      const own = softmax(values.slice(start, start + count));
      for (let label = 0; label < count; label++)
        mean[label] = (mean[label] ?? 0) + (own[label] ?? 0) * share;
    };
    for (let reader = 0; reader < READERS; reader++)
      add(scores, reader * LABEL_COUNT + HEAD_STARTS[topic], (1 - SHARE_OF_TURNS) / READERS);
    add(turns, HEAD_STARTS[topic], SHARE_OF_TURNS);
    likely[topic] = mean;
  }
  return likely;
}

function stretchesOf(words: readonly ReadWord[]): (readonly ReadWord[])[] {
  if (words.length <= STRETCH) return [words];
  const stretches: (readonly ReadWord[])[] = [];
  let at = 0;
  for (; at + STRETCH < words.length; at += STEP) stretches.push(words.slice(at, at + STRETCH));
  // The last one is as long as the others: a word by itself would say much of nothing.
  stretches.push(words.slice(-STRETCH));
  return stretches;
}

function becauseOf({ words, activity }: Stretch, tables: MeaningTables, topic: Topic, label: number) {
  const start = HEAD_STARTS[topic];
  let filter = 0;
  let most = 0;
  for (let other = 0; other < ALL; other++) {
    const at = other * LABEL_COUNT + start;
    const says = (activity[other] ?? 0) * ((tables.labels[at + label] ?? 0) - (tables.labels[at] ?? 0));
    if (says <= most) continue;
    most = says;
    filter = other;
  }
  const best = most === 0 ? 0 : strongestPlace(words, tables, filter);
  const seen = words.slice(Math.max(0, best - 1), best - 1 + WIDTH);
  return { start: seen[0]?.token.start ?? 0, end: seen.at(-1)?.token.end ?? words.at(-1)?.token.end ?? 0 };
}

/** Reads what a text is about, for the topics asked; the tables are read at the first call. Linear in the text. */
export function readMeaning(
  text: string,
  tokens: readonly Token[],
  language: Language,
  topics: readonly Topic[],
  tables: MeaningTables = trainedMeaning(),
): Meaning {
  const all = readWords(text, tokens, tables, language);
  const read = stretchesOf(all).map((words): Stretch => {
    const activity = activityOf(words, tables);
    const scores = scoresOf(words, activity, tables, topics);
    return { words, activity, likely: likelyOf(scores, turnScores(words, tables, labelsOf(topics)), topics) };
  });
  const gravestFor = (topic: Topic) =>
    read.reduce((worst, stretch) =>
      (stretch.likely[topic][0] ?? 1) < (worst.likely[topic][0] ?? 1) ? stretch : worst,
    );
  const likely = {} as Record<Topic, Float32Array>;
  for (const topic of topics) likely[topic] = gravestFor(topic).likely[topic];
  const known = all.filter(({ row, token }) => row >= 0 && token.shape < SHAPES.digits).length;
  return { known, likely, because: (topic, label) => becauseOf(gravestFor(topic), tables, topic, label) };
}
