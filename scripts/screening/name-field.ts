import { FEATURE_WEIGHTS, MOVE_WEIGHTS, TAG_COUNT } from "#core/screening/names/tagger.ts";

/** A text as the tagger sees it: the features of each token (none for a plain one, which is part of no name), and its tags. */
export interface TaggedText {
  readonly features: readonly Int32Array[];
  readonly tags: Uint8Array;
  readonly weight: number;
}

const UNLIKELY = -1e6;

/** ln(e^a + e^b + ...) over the first `count` of some values. */
function logSum(values: Float64Array): number {
  let top = Number.NEGATIVE_INFINITY;
  for (const value of values) if (value > top) top = value;
  let sum = 0;
  for (const value of values) sum += Math.exp(value - top);
  return top + Math.log(sum);
}

/**
 * A linear-chain conditional random field: how likely a sequence of tags is by the weights of features and of one tag
 * after another (Lafferty, McCallum, Pereira 2001). Each weight moves at a pace of its own (Adagrad).
 */
export class NameField {
  readonly features = new Float32Array(FEATURE_WEIGHTS);
  readonly moves = new Float32Array(MOVE_WEIGHTS);
  readonly #featureSquares = new Float32Array(FEATURE_WEIGHTS).fill(0.01);
  readonly #moveSquares = new Float32Array(MOVE_WEIGHTS).fill(0.01);
  readonly #rate: number;
  readonly #random: () => number;

  constructor(rate: number, random: () => number) {
    this.#rate = rate;
    this.#random = random;
  }

  #step(weights: Float32Array, squares: Float32Array, at: number, gradient: number): void {
    const square = (squares[at] ?? 0) + gradient * gradient;
    squares[at] = square;
    weights[at] = (weights[at] ?? 0) - (this.#rate * gradient) / Math.sqrt(square);
  }

  /** Scores of each tag at each token. */
  #scores(features: readonly Int32Array[]): Float64Array {
    const scores = new Float64Array(features.length * TAG_COUNT);
    features.forEach((own, at) => {
      if (own.length === 0) scores.fill(UNLIKELY, at * TAG_COUNT + 1, (at + 1) * TAG_COUNT);
      for (const feature of own)
        for (let tag = 0; tag < TAG_COUNT; tag++)
          scores[at * TAG_COUNT + tag] =
            (scores[at * TAG_COUNT + tag] ?? 0) + (this.features[feature * TAG_COUNT + tag] ?? 0);
    });
    return scores;
  }

  /** Learns from one text; hides each feature now and then, so that none is relied upon alone. Returns its loss. */
  learn({ features: all, tags, weight }: TaggedText, hide: number): number {
    const length = tags.length;
    if (length === 0) return 0;
    const features = all.map((own) => (own.length === 0 ? own : own.filter(() => this.#random() >= hide)));
    for (const [at, own] of features.entries())
      if (own.length === 0 && (all[at]?.length ?? 0) > 0) features[at] = all[at] ?? own;
    const scores = this.#scores(features);
    const forward = new Float64Array(length * TAG_COUNT);
    const backward = new Float64Array(length * TAG_COUNT);
    const sums = new Float64Array(TAG_COUNT);
    for (let at = 0; at < length; at++)
      for (let tag = 0; tag < TAG_COUNT; tag++) {
        let before = 0;
        if (at > 0) {
          for (let last = 0; last < TAG_COUNT; last++)
            sums[last] =
              (forward[(at - 1) * TAG_COUNT + last] ?? 0) + (this.moves[last * TAG_COUNT + tag] ?? 0);
          before = logSum(sums);
        }
        forward[at * TAG_COUNT + tag] = before + (scores[at * TAG_COUNT + tag] ?? 0);
      }
    for (let at = length - 2; at >= 0; at--)
      for (let tag = 0; tag < TAG_COUNT; tag++) {
        for (let next = 0; next < TAG_COUNT; next++)
          sums[next] =
            (this.moves[tag * TAG_COUNT + next] ?? 0) +
            (scores[(at + 1) * TAG_COUNT + next] ?? 0) +
            (backward[(at + 1) * TAG_COUNT + next] ?? 0);
        backward[at * TAG_COUNT + tag] = logSum(sums);
      }
    const total = logSum(forward.slice((length - 1) * TAG_COUNT));
    this.#follow(features, tags, weight, { forward, backward, scores, total });
    let right = 0;
    for (let at = 0; at < length; at++)
      right +=
        (scores[at * TAG_COUNT + (tags[at] ?? 0)] ?? 0) +
        (at === 0 ? 0 : (this.moves[(tags[at - 1] ?? 0) * TAG_COUNT + (tags[at] ?? 0)] ?? 0));
    return (total - right) * weight;
  }

  #follow(
    features: readonly Int32Array[],
    tags: Uint8Array,
    weight: number,
    {
      forward,
      backward,
      scores,
      total,
    }: { forward: Float64Array; backward: Float64Array; scores: Float64Array; total: number },
  ): void {
    const pace = new Float64Array(MOVE_WEIGHTS);
    for (let at = 0; at < tags.length; at++) {
      const own = features[at];
      for (let tag = 0; tag < TAG_COUNT; tag++) {
        const place = at * TAG_COUNT + tag;
        const likely = Math.exp((forward[place] ?? 0) + (backward[place] ?? 0) - total);
        const error = (likely - (tags[at] === tag ? 1 : 0)) * weight;
        if (own !== undefined && Math.abs(error) > 1e-3)
          for (const feature of own)
            this.#step(this.features, this.#featureSquares, feature * TAG_COUNT + tag, error);
        if (at === 0) continue;
        for (let last = 0; last < TAG_COUNT; last++) {
          const both = Math.exp(
            (forward[place - tag - TAG_COUNT + last] ?? 0) +
              (this.moves[last * TAG_COUNT + tag] ?? 0) +
              (scores[place] ?? 0) +
              (backward[place] ?? 0) -
              total,
          );
          const seen = tags[at - 1] === last && tags[at] === tag ? 1 : 0;
          pace[last * TAG_COUNT + tag] = (pace[last * TAG_COUNT + tag] ?? 0) + (both - seen) * weight;
        }
      }
    }
    pace.forEach((gradient, at) => {
      if (Math.abs(gradient) > 1e-4) this.#step(this.moves, this.#moveSquares, at, gradient);
    });
  }
}
