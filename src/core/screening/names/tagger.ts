import { readFileSync } from "node:fs";
import { hashOf, SHAPES, type Token } from "../reading/tokens.ts";
import {
  englishOf,
  familyNameOf,
  firstNameOf,
  isGeneral,
  isRareName,
  placeOf,
  spanishOf,
  type WordFacts,
} from "../reading/words.ts";
import { tableFile } from "../table-file.ts";
import { type Evidence, FEATURE_BITS, FEATURE_LIMIT, featuresAt } from "./features.ts";

/** What a token is part of. */
export const TAGS = ["other", "person", "place"] as const;
export const TAG_COUNT = TAGS.length;

/** Weights of features by tag, and of one tag after another. */
export interface TaggerWeights {
  readonly features: Int8Array | Float32Array;
  readonly moves: Int8Array | Float32Array;
}

export const FEATURE_WEIGHTS = (1 << FEATURE_BITS) * TAG_COUNT;
export const MOVE_WEIGHTS = TAG_COUNT * TAG_COUNT;

/** How far the tagger leans to a name: one that is left standing harms more than a word that is removed. */
const LEAN = 3;
/** Less than any sum of weights, so that the tag is never chosen. */
const UNLIKELY = -1e6;
/** From this level on a word is common in English (words.ts). */
const COMMON = 3;
const VERY_COMMON = 10;
const COMMON_SPANISH = 5;

const I = hashOf("i");

/** What stands in a name or joins two of its words; other signs never do. */
const inNames = (text: string, at: number) => /[-.'&]/.test(text.charAt(at));

/** Words of everyday language that no list of names knows, numbers and most signs are part of no name: nothing to weigh. */
function isPlain({ text, tokens, facts, places }: Evidence, at: number): boolean {
  const token = tokens[at];
  if (token === undefined || token.shape === SHAPES.digits) return true;
  if (token.shape >= SHAPES.sign) return !inNames(text, token.start);
  if (places[at] !== 0) return false;
  const own = facts[at] ?? 0;
  if (token.shape === SHAPES.initial) return token.stem === I && text.charAt(token.end) !== ".";
  if (token.shape !== SHAPES.lower && !(token.shape === SHAPES.capitalised && opens(text, tokens, at)))
    return false;
  if (firstNameOf(own) > 0 || familyNameOf(own) > 2 || placeOf(own) > 0) return false;
  const common = token.shape === SHAPES.lower ? COMMON : VERY_COMMON;
  return englishOf(own) >= common || (token.shape === SHAPES.lower && spanishOf(own) >= COMMON_SPANISH);
}

function opens(text: string, tokens: readonly Token[], at: number): boolean {
  const before = tokens[at - 1];
  return before === undefined || /[.!?\n]/.test(text.charAt(before.start));
}

/** Whether the lists know a word as a name, and it is none of the commonest words. */
function mayName(facts: WordFacts): boolean {
  if (englishOf(facts) >= COMMON || isGeneral(facts)) return false;
  return firstNameOf(facts) > 1 || familyNameOf(facts) > 2 || placeOf(facts) > 1 || isRareName(facts);
}

const featureBuffer = new Int32Array(FEATURE_LIMIT);

/** The best sequence of tags (Viterbi). */
export function tag(evidence: Evidence, weights: TaggerWeights): Uint8Array {
  const length = evidence.tokens.length;
  const best = new Uint8Array(length);
  const from = new Uint8Array(length * TAG_COUNT);
  let scores = new Float64Array(TAG_COUNT);
  let next = new Float64Array(TAG_COUNT);
  const own = new Float64Array(TAG_COUNT);
  for (let at = 0; at < length; at++) {
    own.fill(0);
    const plain = isPlain(evidence, at);
    const count = plain ? 0 : featuresAt(evidence, at, featureBuffer);
    own.fill(plain ? UNLIKELY : mayName(evidence.facts[at] ?? 0) ? LEAN : 0, 1);
    for (let i = 0; i < count; i++) {
      const first = (featureBuffer[i] ?? 0) * TAG_COUNT;
      for (let to = 0; to < TAG_COUNT; to++) own[to] = (own[to] ?? 0) + (weights.features[first + to] ?? 0);
    }
    for (let to = 0; to < TAG_COUNT; to++) {
      let top = Number.NEGATIVE_INFINITY;
      for (let last = 0; last < TAG_COUNT; last++) {
        const score = (scores[last] ?? 0) + (at === 0 ? 0 : (weights.moves[last * TAG_COUNT + to] ?? 0));
        if (score <= top) continue;
        top = score;
        from[at * TAG_COUNT + to] = last;
      }
      next[to] = top + (own[to] ?? 0);
    }
    [scores, next] = [next, scores];
  }
  let tagNow = 0;
  for (let to = 1; to < TAG_COUNT; to++) if ((scores[to] ?? 0) > (scores[tagNow] ?? 0)) tagNow = to;
  for (let at = length - 1; at >= 0; at--) {
    best[at] = tagNow;
    tagNow = from[at * TAG_COUNT + tagNow] ?? 0;
  }
  return best;
}

let table: TaggerWeights | undefined;

/** The trained weights, read at the first call. */
export function trainedWeights(): TaggerWeights {
  if (table === undefined) {
    const file = readFileSync(tableFile("names.bin"));
    const bytes = new Int8Array(file.buffer, file.byteOffset, file.byteLength);
    table = {
      features: bytes.subarray(0, FEATURE_WEIGHTS),
      moves: bytes.subarray(FEATURE_WEIGHTS, FEATURE_WEIGHTS + MOVE_WEIGHTS),
    };
  }
  return table;
}
