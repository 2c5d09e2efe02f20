import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { namesEvidence } from "#core/screening/identifiers/find-identifiers.ts";
import { type Evidence, FEATURE_LIMIT, featuresAt } from "#core/screening/names/features.ts";
import { FEATURE_WEIGHTS, MOVE_WEIGHTS, TAG_COUNT, tag } from "#core/screening/names/tagger.ts";
import { foldForms } from "#core/screening/reading/fold.ts";
import { SHAPES, tokensOf } from "#core/screening/reading/tokens.ts";
import { factsOfWord, isRegion } from "#core/screening/reading/words.ts";
import { tableFile } from "#core/screening/table-file.ts";
import { type Example, readMarked, readPresidio, readTweets } from "./examples.ts";
import { type NameSource, nameSource, seeded } from "./name-lists.ts";

/**
 * Trains the tagger of names (an averaged structured perceptron) and writes tables/names.bin. Run:
 * npm run tables:names -- DIR [--hold-out], DIR being the public data that tables/NOTICE.md names. With --hold-out
 * the parts by which the public figures are judged are left out, so that the figures are honest; train again
 * without it before a release. The same sources give the same bytes.
 */
const { values: flags, positionals } = parseArgs({
  allowPositionals: true,
  options: { "hold-out": { type: "boolean", default: false }, epochs: { type: "string", default: "8" } },
});
const publicData = positionals[0];
if (publicData === undefined)
  throw new Error("Name the folder of the public data: npm run tables:names -- DIR");
const heldOut = flags["hold-out"];
const here = import.meta.dirname;
const random = seeded(20261125);
const names = await nameSource(random);

const lower = (example: Example): Example => {
  const text = example.text.toLowerCase();
  return text.length === example.text.length ? { ...example, text } : example;
};
const upper = (example: Example): Example => {
  const text = example.text.toUpperCase();
  return text.length === example.text.length ? { ...example, text } : example;
};

/** `name` in the casing of `model`. */
function inCasingOf(model: string, name: string): string {
  if (model === model.toLowerCase()) return name.toLowerCase();
  return model.length > 2 && model === model.toUpperCase() ? name.toUpperCase() : name;
}

const PLAIN_NAME = /^[\p{L}' -]+$/u;

function otherName(value: string, type: string, source: NameSource, spanish: boolean): string {
  if (!PLAIN_NAME.test(value)) return value;
  if (type === "CITY") {
    if (isRegion(factsOfWord(value.toLowerCase()))) return value;
    return inCasingOf(value, source.city());
  }
  const parts = value.split(" ");
  if (parts.length > 2 || /^(?:dr|mr|mrs|ms|sra?)$/i.test(parts[0] ?? "")) return value;
  const [first = "", last] = parts;
  if (last === undefined)
    return inCasingOf(first, random() < 0.8 ? source.first(spanish) : source.last(spanish));
  return `${inCasingOf(first, source.first(spanish))} ${inCasingOf(last, source.last(spanish))}`;
}

/** The same text about other people and places: what counts is what stands around a name. */
function swapped({ text, spans }: Example): Example {
  const spanish = /\b(?:que|mi|el|la|de|por|con|tiene|estoy)\b/i.test(text);
  const renamed: { start: number; end: number; type: string }[] = [];
  let built = "";
  let at = 0;
  for (const { start, end, type } of [...spans].sort((a, b) => a.start - b.start)) {
    if (start < at) continue;
    built += text.slice(at, start);
    const value = text.slice(start, end);
    const name = type === "NAME" || type === "CITY" ? otherName(value, type, names, spanish) : value;
    renamed.push({ start: built.length, end: built.length + name.length, type });
    built += name;
    at = end;
  }
  return { text: built + text.slice(at), spans: renamed };
}

function fromTemplate(template: string): Example {
  const spanish = /\b(?:mi|soy|vivo|gracias|el|la|de|tiene|hola|somos)\b/.test(template);
  const spans: { start: number; end: number; type: string }[] = [];
  let text = "";
  for (const part of template.replaceAll("\\n", "\n").split(/(\{[FLC]\})/)) {
    const name =
      part === "{F}"
        ? names.first(spanish)
        : part === "{L}"
          ? names.last(spanish)
          : part === "{C}"
            ? names.city()
            : undefined;
    if (name !== undefined)
      spans.push({
        start: text.length,
        end: text.length + name.length,
        type: part === "{C}" ? "CITY" : "NAME",
      });
    text += name ?? part;
  }
  return { text, spans };
}

const linesOf = (file: string) =>
  readFileSync(join(here, file), "utf8")
    .split("\n")
    .filter((line) => line !== "");

function tweets(): Example[] {
  const files = ["a", "b", "e", "f", "g", "h"]
    .map((section) => `btc/${section}.conll`)
    .concat("wnut17/wnut17train.conll");
  if (!heldOut) files.push("wnut17/emerging.dev.conll", "wnut17/emerging.test.annotated");
  return files.flatMap((file) => readTweets(publicData ?? "", file));
}

function questions(): Example[] {
  const all: string[] = JSON.parse(readFileSync(join(publicData ?? "", "meqsum", "chq.json"), "utf8"));
  return all.filter((_, index) => !heldOut || index % 2 === 0).map((text) => ({ text, spans: [] }));
}

function synthetic(): Example[] {
  const rows = readPresidio(join(publicData ?? "", "presidio-research", "synth_dataset_v2.json"));
  return rows.filter(({ template }) => !heldOut || template % 2 === 0);
}

function ownCorpus(): Example[] {
  const folder = join(here, "..", "..", "corpus", "tuned");
  if (!existsSync(folder)) return [];
  const marked = readdirSync(folder)
    .filter((file) => file.startsWith("identifiers"))
    .sort();
  const plain = readdirSync(folder)
    .filter((file) => file.startsWith("danger"))
    .sort();
  return [
    ...marked.flatMap((file) => readMarked(join(folder, file))),
    ...plain.flatMap((file) =>
      readFileSync(join(folder, file), "utf8")
        .split("\n")
        .filter((line) => line !== "")
        .map((line) => ({ text: line.split("\t")[2] ?? "", spans: [] })),
    ),
  ];
}

function trainingSet(): Example[] {
  const set: Example[] = [];
  const add = (example: Example, small: number) => {
    const roll = random();
    set.push(roll < small ? lower(example) : roll > 0.97 ? upper(example) : example);
  };
  for (const example of tweets()) {
    set.push(example);
    if (random() < 0.35) set.push(lower(example));
    if (example.spans.length > 0) for (let i = 0; i < 2; i++) add(swapped(example), 0.3);
  }
  for (const example of synthetic()) {
    set.push(example);
    if (random() < 0.2) set.push(lower(example));
  }
  for (const example of questions()) for (let i = 0; i < 3; i++) set.push(example);
  for (const template of linesOf("name-templates.txt"))
    for (let i = 0; i < 70; i++) add(fromTemplate(template), 0.4);
  for (const text of linesOf("name-negatives.txt")) for (let i = 0; i < 6; i++) add({ text, spans: [] }, 0.3);
  for (const example of ownCorpus()) {
    for (let i = 0; i < 3; i++) add(example, 0.15);
    if (example.spans.length > 0) for (let i = 0; i < 6; i++) add(swapped(example), 0.25);
  }
  return set;
}

interface Prepared {
  readonly evidence: Evidence;
  readonly gold: Uint8Array;
}

function prepare({ text, spans }: Example): Prepared {
  const forms = foldForms(text);
  const { evidence } = namesEvidence(forms.text, tokensOf(forms.text));
  const gold = new Uint8Array(evidence.tokens.length);
  for (const { start, end, type } of spans) {
    const wanted = type === "NAME" ? 1 : type === "CITY" ? 2 : 0;
    if (wanted === 0) continue;
    evidence.tokens.forEach(({ start: from, shape }, at) => {
      const place = forms.starts?.[from] ?? from;
      if (place >= start && place < end && shape < SHAPES.sign) gold[at] = wanted;
    });
  }
  return { evidence, gold };
}

const weights = { features: new Float32Array(FEATURE_WEIGHTS), moves: new Float32Array(MOVE_WEIGHTS) };
const sums = { features: new Float64Array(FEATURE_WEIGHTS), moves: new Float64Array(MOVE_WEIGHTS) };
const buffer = new Int32Array(FEATURE_LIMIT);
/** How often the identity of a word is hidden, so that what stands around it is learnt too. */
const HIDDEN = 0.3;
let step = 1;

function update(kind: "features" | "moves", index: number, by: number): void {
  weights[kind][index] = (weights[kind][index] ?? 0) + by;
  sums[kind][index] = (sums[kind][index] ?? 0) + by * step;
}

function learn({ evidence, gold }: Prepared): number {
  const guess = tag(evidence, weights);
  let wrong = 0;
  for (let at = 0; at < gold.length; at++) {
    const right = gold[at] ?? 0;
    const guessed = guess[at] ?? 0;
    if (right !== guessed) {
      wrong++;
      const count = featuresAt(evidence, at, buffer);
      const hidden = random() < HIDDEN;
      for (let i = 0; i < count; i++) {
        if (hidden && (i === 1 || i === 2)) continue;
        update("features", (buffer[i] ?? 0) * TAG_COUNT + right, 1);
        update("features", (buffer[i] ?? 0) * TAG_COUNT + guessed, -1);
      }
    }
    if (at === 0) continue;
    const rightMove = (gold[at - 1] ?? 0) * TAG_COUNT + right;
    const guessedMove = (guess[at - 1] ?? 0) * TAG_COUNT + guessed;
    if (rightMove === guessedMove) continue;
    update("moves", rightMove, 1);
    update("moves", guessedMove, -1);
  }
  step++;
  return wrong;
}

const set = trainingSet().map(prepare);
process.stdout.write(`${set.length} texts\n`);
for (let epoch = 1; epoch <= Number(flags.epochs); epoch++) {
  for (let i = set.length - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1));
    const other = set[j];
    const own = set[i];
    if (own === undefined || other === undefined) continue;
    set[i] = other;
    set[j] = own;
  }
  const wrong = set.reduce((sum, example) => sum + learn(example), 0);
  process.stdout.write(`pass ${epoch}: ${wrong} tokens wrong\n`);
}

const averaged = (kind: "features" | "moves") =>
  weights[kind].map((weight, i) => weight - (sums[kind][i] ?? 0) / step);
const features = averaged("features");
/** The largest weights are cut off, so that the small ones keep their differences in 8 bits. */
const scale = 127 / (0.7 * features.reduce((top, weight) => Math.max(top, Math.abs(weight)), 0));
const small = (weight: number) => Math.max(-127, Math.min(127, Math.round(weight * scale)));
const file = new Int8Array([...features, ...averaged("moves")].map(small));
writeFileSync(tableFile("names.bin"), file);
process.stdout.write(
  `names.bin: ${file.length} bytes, sha256 ${createHash("sha256").update(file).digest("hex")}\n`,
);
