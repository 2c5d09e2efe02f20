import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { namesEvidence } from "#core/screening/identifiers/find-identifiers.ts";
import { evidenceOf, FEATURE_LIMIT, featuresAt } from "#core/screening/names/features.ts";
import { isPlain, TAGGER_UNIT } from "#core/screening/names/tagger.ts";
import { foldForms } from "#core/screening/reading/fold.ts";
import { SHAPES, tokensBetween, tokensOf } from "#core/screening/reading/tokens.ts";
import { factsOfWord, isGeneral, isRegion } from "#core/screening/reading/words.ts";
import { tableFile } from "#core/screening/table-file.ts";
import { seeded, shuffle } from "./chance.ts";
import { type Example, readMarked, readPresidio, readTweets } from "./examples.ts";
import { NameField, type TaggedText } from "./name-field.ts";
import { type NameSource, nameSource } from "./name-lists.ts";

/**
 * Trains the tagger of names (a conditional random field) and writes tables/names.bin. Run:
 * npm run tables:names -- DIR [--hold-out], DIR being the public data that tables/NOTICE.md names. With --hold-out
 * the parts by which the public figures are judged are left out, so that the figures are honest; train again
 * without it before a release. The same sources give the same bytes.
 */
const { values: flags, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    "hold-out": { type: "boolean", default: false },
    epochs: { type: "string", default: "4" },
    rate: { type: "string", default: "0.1" },
    hide: { type: "string", default: "0.25" },
    tweets: { type: "string", default: "0.2" },
    swaps: { type: "string", default: "8" },
  },
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

/** Facilities are called after places and people: now and then the first word becomes another. */
function otherFacility(value: string, source: NameSource): string {
  const [first = "", ...rest] = value.split(" ");
  if (rest.length === 0 || !/^\p{Lu}?\p{Ll}{3,}$/u.test(first) || isGeneral(factsOfWord(first.toLowerCase())))
    return value;
  if (random() < 0.5) return value;
  return [inCasingOf(first, random() < 0.6 ? source.city() : source.last(false)), ...rest].join(" ");
}

function otherName(value: string, type: string, source: NameSource, spanish: boolean): string {
  if (type === "HOSPITAL") return otherFacility(value, source);
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
    const name =
      type === "NAME" || type === "CITY" || type === "HOSPITAL"
        ? otherName(value, type, names, spanish)
        : value;
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

/** "Birdie", given as a user name, stands where a person's name does: such texts teach neither. */
const hasWordHandle = ({ text, spans }: Example) =>
  spans.some(({ start, end, type }) => type === "HANDLE" && /^\p{L}+$/u.test(text.slice(start, end)));

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
    ...marked.flatMap((file) => readMarked(join(folder, file))).filter((example) => !hasWordHandle(example)),
    ...plain.flatMap((file) =>
      readFileSync(join(folder, file), "utf8")
        .split("\n")
        .filter((line) => line !== "")
        .map((line) => ({ text: line.split("\t")[2] ?? "", spans: [] })),
    ),
  ];
}

interface Weighted {
  readonly example: Example;
  readonly weight: number;
}

function trainingSet(): Weighted[] {
  const set: Weighted[] = [];
  const put = (example: Example, weight: number) => set.push({ example, weight });
  const add = (example: Example, small: number, weight: number) => {
    const roll = random();
    put(roll < small ? lower(example) : roll > 0.97 ? upper(example) : example, weight);
  };
  const tweetWeight = Number(flags.tweets);
  for (const example of tweets()) {
    put(example, tweetWeight);
    if (random() < 0.35) put(lower(example), tweetWeight);
    if (example.spans.length > 0) add(swapped(example), 0.3, tweetWeight);
  }
  for (const example of synthetic()) {
    put(example, 0.7);
    if (random() < 0.2) put(lower(example), 0.7);
  }
  for (const example of questions()) put(example, 1);
  for (const template of linesOf("name-templates.txt"))
    for (let i = 0; i < 40; i++) add(fromTemplate(template), 0.4, 0.3);
  for (const text of linesOf("name-negatives.txt"))
    for (let i = 0; i < 3; i++) add({ text, spans: [] }, 0.3, 1);
  for (const example of ownCorpus()) {
    add(example, 0, 1);
    if (example.spans.length === 0) continue;
    add(example, 0.5, 0.7);
    for (let i = 0; i < Number(flags.swaps); i++) add(swapped(example), 0.25, 0.6);
  }
  return set;
}

const TAG_OF: Readonly<Record<string, number>> = { NAME: 1, CITY: 2, HOSPITAL: 3, ADDRESS: 4 };

/** A text as the tagger will see it; where the finders know its address, half of the time as if they did not. */
function prepare({ text, spans }: Example, weight: number): TaggedText {
  const forms = foldForms(text);
  const tokens = tokensOf(forms.text);
  const { evidence: told, formed } = namesEvidence(forms.text, tokens);
  const untold = formed.filter(({ type }) => type !== "ADDRESS");
  const evidence =
    untold.length < formed.length && random() < 0.5
      ? evidenceOf(forms.text, untold.length === 0 ? tokens : tokensBetween(tokens, untold))
      : told;
  const tags = new Uint8Array(evidence.tokens.length);
  const features = evidence.tokens.map((_, at) => {
    if (isPlain(evidence, at)) return NOTHING;
    return buffer.slice(0, featuresAt(evidence, at, buffer));
  });
  for (const { start, end, type } of spans) {
    const wanted = TAG_OF[type] ?? 0;
    if (wanted === 0) continue;
    evidence.tokens.forEach(({ start: from, shape }, at) => {
      const place = forms.starts?.[from] ?? from;
      if (place >= start && place < end && shape < SHAPES.sign && features[at] !== NOTHING) tags[at] = wanted;
    });
  }
  return { features, tags, weight };
}

const NOTHING = new Int32Array(0);
const buffer = new Int32Array(FEATURE_LIMIT);
const set = trainingSet().map(({ example, weight }) => prepare(example, weight));
process.stdout.write(`${set.length} texts\n`);

const field = new NameField(Number(flags.rate), random);
for (let epoch = 1; epoch <= Number(flags.epochs); epoch++) {
  shuffle(set, random);
  const loss = set.reduce((sum, text) => sum + field.learn(text, Number(flags.hide)), 0);
  process.stdout.write(`pass ${epoch}: loss ${(loss / set.length).toFixed(4)}\n`);
}

const small = (weight: number) => Math.max(-127, Math.min(127, Math.round(weight * TAGGER_UNIT)));
const file = Int8Array.from([...field.features, ...field.moves], small);
writeFileSync(tableFile("names.bin"), file);
process.stdout.write(
  `names.bin: ${file.length} bytes, sha256 ${createHash("sha256").update(file).digest("hex")}\n`,
);
