import { mixedHash } from "../reading/mixed-hash.ts";
import { isWord, SHAPES, type Token } from "../reading/tokens.ts";
import {
  clusterOf,
  englishOf,
  firstNameOf,
  isGeneral,
  isRegion,
  placeOf,
  type WordFacts,
} from "../reading/words.ts";
import type { NumberRun } from "./runs.ts";

/** Weights are kept for this many features; several may share a place. */
export const NUMBER_FEATURE_BITS = 16;
const MASK = (1 << NUMBER_FEATURE_BITS) - 1;

/** How many words to either side are looked at. */
const BEFORE = 9;
const AFTER = 6;
/** No run has more features than this. */
export const NUMBER_FEATURE_LIMIT = 40 + 4 * (BEFORE + AFTER);

const EDGE = 0x9e3779b1;

const feature = (kind: number, a: number, b = 0, c = 0): number => mixedHash(kind + 101, a, b, c) & MASK;

const LETTER = 1;
const SMALL = 2;
const FIGURE = 3;
const SPACE = 4;

function kindOf(code: number): number {
  if (code >= 48 && code <= 57) return FIGURE;
  if (code === 32) return SPACE;
  if (code >= 65 && code <= 90) return LETTER;
  return code >= 97 && code <= 122 ? SMALL : code;
}

interface Look {
  /** The kinds of all characters: "AA00 AAA". */
  readonly exact: number;
  /** The same with stretches of one kind as one, and how long it is in all. */
  readonly rough: number;
  readonly digits: number;
  readonly letters: number;
  /** The value of a whole number, in ranges that mean something: an age, a month, a year, five figures. */
  readonly size: number;
}

function sizeOf(text: string, start: number, end: number): number {
  if (end - start > 9) return 12;
  const value = Number(text.slice(start, end));
  if (!Number.isInteger(value)) return 0;
  const zero = text.charCodeAt(start) === 48 ? 16 : 0;
  if (value < 90) return zero | (value < 13 ? 1 : value < 32 ? 2 : 3);
  if (value < 100) return zero | 4;
  if (value < 116) return zero | 5;
  if (value < 1000) return zero | 6;
  if (value < 10_000)
    return zero | (value >= 1900 && value < 1937 ? 7 : value >= 1937 && value < 2050 ? 8 : 9);
  if (value < 100_000) return zero | 10;
  return zero | 11;
}

/** Letters without a digit are an age in words. */
function sizeFor(text: string, start: number, end: number, digits: number, letters: number): number {
  if (letters === 0) return sizeOf(text, start, end);
  return digits === 0 ? (text.charAt(start).toLowerCase() === "n" ? 4 : 5) : 13;
}

function lookAt(text: string, start: number, end: number): Look {
  let exact = 0;
  let rough = 0;
  let last = 0;
  let digits = 0;
  let letters = 0;
  for (let at = start; at < end; at++) {
    const kind = kindOf(text.charCodeAt(at));
    exact = Math.imul(exact ^ kind, 0x01000193) + 1;
    if (kind !== last) rough = Math.imul(rough ^ kind, 0x01000193) + 1;
    last = kind;
    if (kind === FIGURE) digits++;
    else if (kind === LETTER || kind === SMALL) letters++;
  }
  return { exact, rough, digits, letters, size: sizeFor(text, start, end, digits, letters) };
}

/** What a neighbour is, but for which word: its shape, and whether it is a place, a name or a clinical word. */
function kindOfWord(token: Token | undefined, facts: WordFacts): number {
  if (token === undefined) return 31;
  return (
    token.shape |
    (placeOf(facts) > 1 ? 32 : 0) |
    (firstNameOf(facts) > 2 ? 64 : 0) |
    (isGeneral(facts) ? 128 : 0) |
    (isRegion(facts) ? 256 : 0) |
    (englishOf(facts) > 6 ? 512 : 0)
  );
}

/** The word at or beyond `at`, going by `step`, over signs that join nothing to it. */
function wordFrom(tokens: readonly Token[], at: number, step: 1 | -1): number {
  for (let moved = 0; moved < 3; moved++, at += step) if (isWord(tokens[at])) return at;
  return -1;
}

/**
 * Writes the features of a run into `out` and returns how many there are: how it looks, what stands around it, and
 * which words are near.
 */
export function numberFeatures(
  text: string,
  tokens: readonly Token[],
  facts: readonly WordFacts[],
  { first, last }: NumberRun,
  out: Int32Array,
): number {
  const start = tokens[first]?.start ?? 0;
  const end = tokens[last]?.end ?? 0;
  const { exact, rough, digits, letters, size } = lookAt(text, start, end);
  const look = (Math.min(digits, 12) << 4) | Math.min(letters, 7) | (last > first ? 8 : 0);
  const stem = (at: number) => tokens[at]?.stem ?? EDGE;
  const kind = (at: number) => kindOfWord(tokens[at], facts[at] ?? 0);
  const before = wordFrom(tokens, first - 1, -1);
  const earlier = before < 0 ? -1 : wordFrom(tokens, before - 1, -1);
  const after = wordFrom(tokens, last + 1, 1);
  const later = after < 0 ? -1 : wordFrom(tokens, after + 1, 1);
  const beforeStem = before < 0 ? EDGE : stem(before);
  const afterStem = after < 0 ? EDGE : stem(after);
  let count = 0;
  const add = (template: number, a: number, b = 0, c = 0) => {
    out[count++] = feature(template, a, b, c);
  };
  add(0, exact);
  add(1, rough);
  add(2, look);
  add(3, size);
  add(4, beforeStem);
  add(5, beforeStem, rough);
  add(6, afterStem);
  add(7, afterStem, size);
  add(8, beforeStem, afterStem);
  add(9, earlier < 0 ? EDGE : stem(earlier), beforeStem);
  add(10, earlier < 0 ? EDGE : stem(earlier), rough);
  add(11, later < 0 ? EDGE : stem(later), afterStem);
  add(12, kind(first - 1), rough);
  add(13, kind(last + 1), rough);
  add(14, kind(first - 1), size);
  add(15, kind(last + 1), size);
  add(16, stem(first - 1), size);
  add(17, stem(last + 1), size);
  add(18, kind(first - 1), kind(last + 1), look);
  add(19, beforeStem, size);
  add(20, stem(first - 1), stem(last + 1), rough);
  add(21, stem(first), last > first ? 1 : 0);
  add(22, stem(last), last > first ? 1 : 0);
  add(23, first === 0 ? 1 : 0, last === tokens.length - 1 ? 1 : 0, size);
  add(24, start > 0 && text.charCodeAt(start - 1) !== 32 ? text.charCodeAt(start - 1) : 0, size);
  add(25, end < text.length && text.charCodeAt(end) !== 32 ? text.charCodeAt(end) : 0, size);
  const group = (at: number) => (at < 0 ? 0 : clusterOf(facts[at] ?? 0));
  add(32, group(before), size);
  add(33, group(after), size);
  add(34, group(earlier), group(before), rough);
  add(35, group(before), group(after), rough);
  for (let at = Math.max(0, first - BEFORE); at < Math.min(tokens.length, last + 1 + AFTER); at++) {
    if (at >= first && at <= last) continue;
    const token = tokens[at];
    if (token === undefined || token.shape === SHAPES.digits) continue;
    if (token.shape >= SHAPES.sign && token.end - token.start < 2) continue;
    add(at < first ? 26 : 27, token.stem);
    add(28, token.stem, rough, digits);
    const group = clusterOf(facts[at] ?? 0);
    if (group === 0) continue;
    add(at < first ? 29 : 30, group);
    add(31, group, rough, digits);
  }
  return count;
}
