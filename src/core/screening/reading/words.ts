import { readFileSync } from "node:fs";
import { tableFile } from "../table-file.ts";
import { hashOf } from "./tokens.ts";

/**
 * What the table of words knows of a word, packed in 32 bits (0 = nothing). Made by scripts/screening/build-words.ts
 * from the sources named in tables/NOTICE.md.
 */
export type WordFacts = number;

/** How common in English, 0..15 on a logarithmic scale. */
export const englishOf = (facts: WordFacts): number => facts & 15;
/** Mostly written with a capital in running English text. */
export const isCapitalised = (facts: WordFacts): boolean => (facts & 16) !== 0;
/** How common as a first name, 0..7. */
export const firstNameOf = (facts: WordFacts): number => (facts >>> 5) & 7;
/** How common as a family name, 0..7. */
export const familyNameOf = (facts: WordFacts): number => (facts >>> 8) & 7;
/** The size of the largest place of this name, 0..7. */
export const placeOf = (facts: WordFacts): number => (facts >>> 11) & 7;
/** Begins the name of a place of several words. */
export const beginsPlace = (facts: WordFacts): boolean => (facts & (1 << 14)) !== 0;
/** A clinical or general word that names nobody. */
export const isGeneral = (facts: WordFacts): boolean => (facts & (1 << 15)) !== 0;
/** How common in Spanish, 0..7. */
export const spanishOf = (facts: WordFacts): number => (facts >>> 16) & 7;
/** Found in a broad list of names. */
export const isRareName = (facts: WordFacts): boolean => (facts & (1 << 19)) !== 0;
/** A country, a state or a province: too large to point at a person. */
export const isRegion = (facts: WordFacts): boolean => (facts & (1 << 20)) !== 0;
/** Which of CLUSTERS groups of words used alike it belongs to ("van", "truck"), from 1; 0 when that is not known. */
export const clusterOf = (facts: WordFacts): number => (facts >>> CLUSTER_SHIFT) & 255;

export const CLUSTER_SHIFT = 21;

export const FACTS = {
  capitalised: 1 << 4,
  beginsPlace: 1 << 14,
  general: 1 << 15,
  rareName: 1 << 19,
  region: 1 << 20,
} as const;

const BUCKETS = 1 << 16;
const HEADER = 8;

interface WordTable {
  readonly starts: Uint32Array;
  readonly keys: Uint16Array;
  readonly facts: Uint32Array;
}

/** One file: magic and count, where each bucket starts, the facts, then the low half of each key. */
export function packWords(words: ReadonlyMap<number, WordFacts>): Uint8Array {
  const sorted = [...words].sort(([a], [b]) => a - b);
  const file = new Uint8Array(HEADER + 4 * (BUCKETS + 1) + 6 * sorted.length);
  const view = new Uint32Array(file.buffer, 0, 2 + BUCKETS + 1 + sorted.length);
  view[0] = 0x57524431;
  view[1] = sorted.length;
  const keys = new Uint16Array(file.buffer, HEADER + 4 * (BUCKETS + 1 + sorted.length), sorted.length);
  let bucket = 0;
  sorted.forEach(([hash, facts], index) => {
    while (bucket <= hash >>> 16) view[2 + bucket++] = index;
    view[2 + BUCKETS + 1 + index] = facts;
    keys[index] = hash & 0xffff;
  });
  while (bucket <= BUCKETS) view[2 + bucket++] = sorted.length;
  return file;
}

function unpackWords(file: Uint8Array): WordTable {
  const { buffer, byteOffset: origin } = file.byteOffset % 4 === 0 ? file : new Uint8Array(file);
  const count = new Uint32Array(buffer, origin + 4, 1)[0] ?? 0;
  return {
    starts: new Uint32Array(buffer, origin + HEADER, BUCKETS + 1),
    facts: new Uint32Array(buffer, origin + HEADER + 4 * (BUCKETS + 1), count),
    keys: new Uint16Array(buffer, origin + HEADER + 4 * (BUCKETS + 1 + count), count),
  };
}

let table: WordTable | undefined;

/** What is known of the word with this hash; 0 when nothing is. The table is read at the first call. */
export function factsOf(hash: number): WordFacts {
  table ??= unpackWords(readFileSync(tableFile("words.bin")));
  const { starts, keys, facts } = table;
  const low = hash & 0xffff;
  const bucket = hash >>> 16;
  const end = starts[bucket + 1] ?? 0;
  for (let at = starts[bucket] ?? 0; at < end; at++) if (keys[at] === low) return facts[at] ?? 0;
  return 0;
}

/** The same for a word, in lower case. */
export const factsOfWord = (word: string): WordFacts => factsOf(hashOf(word));
