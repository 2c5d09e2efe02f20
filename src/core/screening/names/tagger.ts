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
export const TAGS = ["other", "person", "place", "facility", "address"] as const;
export const TAG_COUNT = TAGS.length;
export const PERSON = TAGS.indexOf("person");
export const PLACE = TAGS.indexOf("place");
export const FACILITY = TAGS.indexOf("facility");
export const ADDRESS = TAGS.indexOf("address");

/** Weights of features by tag, and of one tag after another. */
export interface TaggerWeights {
  readonly features: Int8Array | Float32Array;
  readonly moves: Int8Array | Float32Array;
}

export const FEATURE_WEIGHTS = (1 << FEATURE_BITS) * TAG_COUNT;
export const MOVE_WEIGHTS = TAG_COUNT * TAG_COUNT;

/** What a weight of 1 is in the table. */
export const TAGGER_UNIT = 16;
/** How far the tagger leans to a name: one that is left standing harms more than a word that is removed. */
const LEAN = 8;
/** The words of facilities and addresses, the last tags, are everyday ones: the tagger must be surer. */
const FACILITY_LEAN = -16;
/** Less than any sum of weights, so that the tag is never chosen. */
const UNLIKELY = -1e6;
/** From this level on a word is common in English (words.ts). */
const COMMON = 3;
const VERY_COMMON = 10;
/** From this level on a word is among the commonest of English: "the" and "long" are family names too, but not in small letters. */
export const COMMONEST = 11;
/** Lists know these well as first names: "rose", "mark", "grace". */
export const WELL_KNOWN = 5;
const COMMON_SPANISH = 5;

const I = hashOf("i");

/** Words of everyday language that no list of names knows, numbers and signs are part of no name: nothing to weigh. */
export function isPlain({ text, tokens, facts, places }: Evidence, at: number): boolean {
  const token = tokens[at];
  if (token === undefined || token.shape >= SHAPES.digits) return true;
  if (places[at] !== 0) return false;
  const own = facts[at] ?? 0;
  if (token.shape === SHAPES.initial) return token.stem === I && text.charAt(token.end) !== ".";
  if (token.shape !== SHAPES.lower && !(token.shape === SHAPES.capitalised && opens(text, tokens, at)))
    return false;
  if (token.shape === SHAPES.lower && englishOf(own) >= COMMONEST && firstNameOf(own) < WELL_KNOWN)
    return true;
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

/** The best tag to come before the tag `to`; of two that are equal, the first. */
function bestBefore(scores: Float64Array, moves: TaggerWeights["moves"], to: number): number {
  let best = 0;
  let top = (scores[0] ?? 0) + (moves[to] ?? 0);
  for (let last = 1; last < TAG_COUNT; last++) {
    const score = (scores[last] ?? 0) + (moves[last * TAG_COUNT + to] ?? 0);
    if (score <= top) continue;
    top = score;
    best = last;
  }
  return best;
}

/** What the features of the token at `at` say of each tag, into `own`. */
function weigh(evidence: Evidence, at: number, { features }: TaggerWeights, own: Float64Array): void {
  const count = featuresAt(evidence, at, featureBuffer);
  let other = 0;
  let person = mayName(evidence.facts[at] ?? 0) ? LEAN : 0;
  let place = person;
  let facility = FACILITY_LEAN;
  let address = FACILITY_LEAN;
  for (let i = 0; i < count; i++) {
    const first = (featureBuffer[i] ?? 0) * TAG_COUNT;
    other += features[first] ?? 0;
    person += features[first + PERSON] ?? 0;
    place += features[first + PLACE] ?? 0;
    facility += features[first + FACILITY] ?? 0;
    address += features[first + ADDRESS] ?? 0;
  }
  own[0] = other;
  own[PERSON] = person;
  own[PLACE] = place;
  own[FACILITY] = facility;
  own[ADDRESS] = address;
}

/** The best sequence of tags (Viterbi). A plain token is part of no name, so that it has one tag only. */
export function tag(evidence: Evidence, weights: TaggerWeights): Uint8Array {
  const length = evidence.tokens.length;
  const best = new Uint8Array(length);
  const from = new Uint8Array(length * TAG_COUNT);
  let scores = new Float64Array(TAG_COUNT);
  let next = new Float64Array(TAG_COUNT);
  const own = new Float64Array(TAG_COUNT);
  for (let at = 0; at < length; at++) {
    const plain = isPlain(evidence, at);
    if (!plain) weigh(evidence, at, weights, own);
    if (plain) next.fill(UNLIKELY, 1);
    for (let to = 0; to < (plain ? 1 : TAG_COUNT); to++) {
      const last = at === 0 ? 0 : bestBefore(scores, weights.moves, to);
      from[at * TAG_COUNT + to] = last;
      const before = at === 0 ? 0 : (scores[last] ?? 0) + (weights.moves[last * TAG_COUNT + to] ?? 0);
      next[to] = before + (plain ? 0 : (own[to] ?? 0));
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
