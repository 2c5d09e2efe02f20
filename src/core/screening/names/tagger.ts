import { readFileSync } from "node:fs";
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

const featureBuffer = new Int32Array(FEATURE_LIMIT);

/** The best sequence of tags (Viterbi). */
export function tag(evidence: Evidence, weights: TaggerWeights): Uint8Array {
  const length = evidence.tokens.length;
  const best = new Uint8Array(length);
  const from = new Uint8Array(length * TAG_COUNT);
  let scores = new Float64Array(TAG_COUNT);
  let next = new Float64Array(TAG_COUNT);
  for (let at = 0; at < length; at++) {
    const count = featuresAt(evidence, at, featureBuffer);
    for (let to = 0; to < TAG_COUNT; to++) {
      let own = 0;
      for (let i = 0; i < count; i++) own += weights.features[(featureBuffer[i] ?? 0) * TAG_COUNT + to] ?? 0;
      let top = Number.NEGATIVE_INFINITY;
      for (let last = 0; last < TAG_COUNT; last++) {
        const score = (scores[last] ?? 0) + (at === 0 ? 0 : (weights.moves[last * TAG_COUNT + to] ?? 0));
        if (score <= top) continue;
        top = score;
        from[at * TAG_COUNT + to] = last;
      }
      next[to] = top + own;
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
