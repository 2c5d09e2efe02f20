import { readFileSync } from "node:fs";
import type { Language } from "../reading/language.ts";
import { SHAPES, type Token } from "../reading/tokens.ts";
import { tableFile } from "../table-file.ts";
import { unpack } from "./container.ts";
import { FILTERS, HEAD_STARTS, HEADS, LABEL_COUNT, READERS, type Topic, WIDTH } from "./heads.ts";
import { type ReadWord, type RowsByHash, readWords, type Vocabulary } from "./vocabulary.ts";

/** What the trained reading needs: what each word adds to each filter at each place, and what filters say of labels. */
export interface MeaningTables extends Vocabulary {
  /** row x place x filter of all readers, in units of `filterScale`. */
  readonly words: Int8Array;
  readonly filterScale: Float32Array;
  readonly filterBias: Float32Array;
  /** row x label of each reader, in units of `meanScale`: what the mean of all words adds. */
  readonly means: Int8Array;
  readonly meanScale: Float32Array;
  /** filter x label. */
  readonly labels: Float32Array;
  readonly labelBias: Float32Array;
}

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
  readonly places: Int32Array;
  readonly likely: Readonly<Record<Topic, Float32Array>>;
}

function softmax(values: Float32Array): Float32Array {
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

/** What a word that is not known, or the frame of the text, adds to every filter. */
const NOTHING = new Int8Array(ALL);

/** The strongest answer of each filter at any place; the text is framed by one empty place on each side. */
function activityOf(
  words: readonly ReadWord[],
  tables: MeaningTables,
): { activity: Float32Array; places: Int32Array } {
  const top = new Int32Array(ALL).fill(-1_000_000);
  const places = new Int32Array(ALL);
  const partOf = (word: number, k: number) => {
    const row = words[word]?.row ?? -1;
    const start = row * ROW + k * ALL;
    return row < 0 ? NOTHING : tables.words.subarray(start, start + ALL);
  };
  const last = Math.max(words.length, WIDTH - 1) + 2 - WIDTH;
  for (let place = 0; place <= last; place++) {
    const before = partOf(place - 1, 0);
    const here = partOf(place, 1);
    const after = partOf(place + 1, 2);
    for (let filter = 0; filter < ALL; filter++) {
      const sum = (before[filter] ?? 0) + (here[filter] ?? 0) + (after[filter] ?? 0);
      if (sum <= (top[filter] ?? 0)) continue;
      top[filter] = sum;
      places[filter] = place;
    }
  }
  const activity = new Float32Array(ALL);
  for (let filter = 0; filter < ALL; filter++)
    activity[filter] = Math.max(
      0,
      (top[filter] ?? 0) * (tables.filterScale[filter] ?? 0) + (tables.filterBias[filter] ?? 0),
    );
  return { activity, places };
}

function likelyOf(
  words: readonly ReadWord[],
  activity: Float32Array,
  tables: MeaningTables,
  topics: readonly Topic[],
): Record<Topic, Float32Array> {
  const scores = Float32Array.from(tables.labelBias);
  const sums = new Int32Array(ALL_LABELS);
  let known = 0;
  for (const { row } of words) {
    if (row < 0) continue;
    known++;
    for (let label = 0; label < ALL_LABELS; label++)
      sums[label] = (sums[label] ?? 0) + (tables.means[row * ALL_LABELS + label] ?? 0);
  }
  for (let label = 0; label < ALL_LABELS; label++)
    scores[label] =
      (scores[label] ?? 0) +
      (known === 0 ? 0 : ((sums[label] ?? 0) * (tables.meanScale[label] ?? 0)) / known);
  for (let filter = 0; filter < ALL; filter++) {
    const strength = activity[filter] ?? 0;
    if (strength === 0) continue;
    const own = Math.floor(filter / FILTERS) * LABEL_COUNT;
    for (let label = 0; label < LABEL_COUNT; label++)
      scores[own + label] =
        (scores[own + label] ?? 0) + strength * (tables.labels[filter * LABEL_COUNT + label] ?? 0);
  }
  const likely = {} as Record<Topic, Float32Array>;
  for (const topic of topics) {
    const mean = new Float32Array(HEADS[topic].length);
    for (let reader = 0; reader < READERS; reader++) {
      const start = reader * LABEL_COUNT + HEAD_STARTS[topic];
      const own = softmax(scores.slice(start, start + mean.length));
      for (let label = 0; label < mean.length; label++)
        mean[label] = (mean[label] ?? 0) + (own[label] ?? 0) / READERS;
    }
    likely[topic] = mean;
  }
  return likely;
}

function stretchesOf(words: readonly ReadWord[]): (readonly ReadWord[])[] {
  if (words.length <= STRETCH) return [words];
  const stretches: (readonly ReadWord[])[] = [];
  for (let at = 0; at < words.length; at += STEP) stretches.push(words.slice(at, at + STRETCH));
  return stretches;
}

function becauseOf({ words, activity, places }: Stretch, tables: MeaningTables, topic: Topic, label: number) {
  const start = HEAD_STARTS[topic];
  let best = 0;
  let most = 0;
  for (let filter = 0; filter < ALL; filter++) {
    const at = filter * LABEL_COUNT + start;
    const says = (activity[filter] ?? 0) * ((tables.labels[at + label] ?? 0) - (tables.labels[at] ?? 0));
    if (says <= most) continue;
    most = says;
    best = places[filter] ?? 0;
  }
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
    const { activity, places } = activityOf(words, tables);
    return { words, activity, places, likely: likelyOf(words, activity, tables, topics) };
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

let trained: MeaningTables | undefined;

/** Rows by hash, searched in the sorted keys where they lie; filling a map would cost more than the whole reading. */
function rowsByHash(keys: Uint32Array, starts: Uint32Array, rows: Uint16Array): RowsByHash {
  return {
    get(hash) {
      let low = 0;
      let high = keys.length - 1;
      while (low <= high) {
        const middle = (low + high) >> 1;
        const key = keys[middle] ?? 0;
        if (key === hash) return rows.subarray(starts[middle] ?? 0, starts[middle + 1] ?? rows.length);
        if (key < hash) low = middle + 1;
        else high = middle - 1;
      }
      return undefined;
    },
  };
}

/** The tables that training wrote. */
export function trainedMeaning(): MeaningTables {
  if (trained === undefined) {
    const part = unpack(readFileSync(tableFile("meaning.bin")));
    trained = {
      rows: rowsByHash(
        part("keys", "Uint32Array"),
        part("starts", "Uint32Array"),
        part("rows", "Uint16Array"),
      ),
      spanish: rowsByHash(
        part("spanishKeys", "Uint32Array"),
        part("spanishStarts", "Uint32Array"),
        part("spanishRows", "Uint16Array"),
      ),
      words: part("words", "Int8Array"),
      filterScale: part("filterScale", "Float32Array"),
      filterBias: part("filterBias", "Float32Array"),
      means: part("means", "Int8Array"),
      meanScale: part("meanScale", "Float32Array"),
      labels: part("labels", "Float32Array"),
      labelBias: part("labelBias", "Float32Array"),
    };
  }
  return trained;
}
