import {
  FILTERS,
  HEAD_STARTS,
  HEADS,
  LABEL_COUNT,
  type Topic,
  WIDTH,
} from "#core/screening/meaning/heads.ts";

export const DIMENSIONS = 100;
const SLICE = WIDTH * DIMENSIONS;
const DECAY = 1e-4;

/** One set of numbers that Adam moves: the numbers, their gradient and both running means. */
class Parameters {
  readonly values: Float32Array;
  readonly gradient: Float32Array;
  readonly #mean: Float32Array;
  readonly #spread: Float32Array;
  readonly #decays: boolean;

  constructor(size: number, decays: boolean, start: () => number = () => 0) {
    this.values = new Float32Array(size).map(start);
    this.gradient = new Float32Array(size);
    this.#mean = new Float32Array(size);
    this.#spread = new Float32Array(size);
    this.#decays = decays;
  }

  move(rate: number, step: number): void {
    const meanShare = 1 - 0.9 ** step;
    const spreadShare = 1 - 0.999 ** step;
    for (let i = 0; i < this.values.length; i++) {
      const value = this.values[i] ?? 0;
      const gradient = (this.gradient[i] ?? 0) + (this.#decays ? DECAY * value : 0);
      const mean = 0.9 * (this.#mean[i] ?? 0) + 0.1 * gradient;
      const spread = 0.999 * (this.#spread[i] ?? 0) + 0.001 * gradient * gradient;
      this.#mean[i] = mean;
      this.#spread[i] = spread;
      this.values[i] = value - (rate * (mean / meanShare)) / (Math.sqrt(spread / spreadShare) + 1e-8);
      this.gradient[i] = 0;
    }
  }
}

/**
 * A network that reads short texts: filters over WIDTH neighbouring words, the strongest answer of each, and the mean
 * of all words, give the labels of each topic. The vectors of words move too, by plain descent.
 */
export class MeaningNetwork {
  readonly filters: Parameters;
  readonly filterBias = new Parameters(FILTERS, false);
  readonly labels: Parameters;
  readonly labelBias = new Parameters(LABEL_COUNT, false);
  readonly means = new Parameters(DIMENSIONS * LABEL_COUNT, true);
  readonly vectors: Float32Array;
  readonly #random: () => number;
  readonly #activity = new Float32Array(FILTERS);
  readonly #places = new Int32Array(FILTERS);
  readonly #mask = new Float32Array(FILTERS);
  readonly #mean = new Float32Array(DIMENSIONS);
  #step = 0;

  constructor(vectors: Float32Array, random: () => number) {
    this.vectors = vectors;
    this.#random = random;
    const normal = (width: number) => () => {
      let sum = 0;
      for (let i = 0; i < 6; i++) sum += random();
      return (sum - 3) * Math.SQRT2 * width;
    };
    this.filters = new Parameters(FILTERS * SLICE, true, normal(0.05));
    this.labels = new Parameters(FILTERS * LABEL_COUNT, true, normal(0.1));
  }

  /** `rows` framed by one empty place on each side, as the product reads them. */
  static framed(rows: readonly number[]): number[] {
    const framed = [-1, ...rows, -1];
    while (framed.length < WIDTH + 1) framed.push(-1);
    return framed;
  }

  #read(rows: readonly number[]): void {
    this.#activity.fill(-1e9);
    const { values } = this.filters;
    for (let place = 0; place + WIDTH <= rows.length; place++) {
      for (let filter = 0; filter < FILTERS; filter++) {
        let sum = this.filterBias.values[filter] ?? 0;
        for (let k = 0; k < WIDTH; k++) {
          const row = rows[place + k] ?? -1;
          if (row < 0) continue;
          const at = row * DIMENSIONS;
          const base = filter * SLICE + k * DIMENSIONS;
          for (let d = 0; d < DIMENSIONS; d++) sum += (values[base + d] ?? 0) * (this.vectors[at + d] ?? 0);
        }
        if (sum <= (this.#activity[filter] ?? 0)) continue;
        this.#activity[filter] = sum;
        this.#places[filter] = place;
      }
    }
    for (let filter = 0; filter < FILTERS; filter++)
      this.#activity[filter] = Math.max(0, this.#activity[filter] ?? 0);
    this.#mean.fill(0);
    const known = rows.filter((row) => row >= 0);
    for (const row of known)
      for (let d = 0; d < DIMENSIONS; d++)
        this.#mean[d] = (this.#mean[d] ?? 0) + (this.vectors[row * DIMENSIONS + d] ?? 0) / known.length;
  }

  #likely(topic: Topic): Float32Array {
    const start = HEAD_STARTS[topic];
    const scores = Float32Array.from(HEADS[topic], (_, label) => {
      let score = this.labelBias.values[start + label] ?? 0;
      for (let filter = 0; filter < FILTERS; filter++)
        score +=
          (this.#activity[filter] ?? 0) *
          (this.#mask[filter] ?? 1) *
          (this.labels.values[filter * LABEL_COUNT + start + label] ?? 0);
      for (let d = 0; d < DIMENSIONS; d++)
        score += (this.#mean[d] ?? 0) * (this.means.values[d * LABEL_COUNT + start + label] ?? 0);
      return score;
    });
    const top = Math.max(...scores);
    const sum = scores.reduce((total, score) => total + Math.exp(score - top), 0);
    return scores.map((score) => Math.exp(score - top) / sum);
  }

  /** How likely each label of a topic is. */
  answer(rows: readonly number[], topic: Topic): Float32Array {
    this.#mask.fill(1);
    this.#read(MeaningNetwork.framed(rows));
    return this.#likely(topic);
  }

  /** Adds to the gradients what one labelled text teaches; returns its loss. `drop` hides filters, `hide` words. */
  learn(
    rows: readonly number[],
    {
      topic,
      label,
      weight,
      drop,
      hide,
      vectorRate,
    }: { topic: Topic; label: number; weight: number; drop: number; hide: number; vectorRate: number },
  ): number {
    const seen = MeaningNetwork.framed(rows).map((row) => (row >= 0 && this.#random() < hide ? -1 : row));
    this.#read(seen);
    for (let filter = 0; filter < FILTERS; filter++)
      this.#mask[filter] = this.#random() < drop ? 0 : 1 / (1 - drop);
    const errors = this.#likely(topic);
    const loss = -Math.log((errors[label] ?? 0) + 1e-9);
    errors[label] = (errors[label] ?? 0) - 1;
    for (let i = 0; i < errors.length; i++) errors[i] = (errors[i] ?? 0) * weight;
    this.#spread(seen, HEAD_STARTS[topic], errors, vectorRate);
    return loss;
  }

  #spread(rows: readonly number[], start: number, errors: Float32Array, vectorRate: number): void {
    for (let label = 0; label < errors.length; label++) {
      const error = errors[label] ?? 0;
      this.labelBias.gradient[start + label] = (this.labelBias.gradient[start + label] ?? 0) + error;
      for (let d = 0; d < DIMENSIONS; d++) {
        const at = d * LABEL_COUNT + start + label;
        this.means.gradient[at] = (this.means.gradient[at] ?? 0) + error * (this.#mean[d] ?? 0);
      }
    }
    for (let filter = 0; filter < FILTERS; filter++) {
      const strength = (this.#activity[filter] ?? 0) * (this.#mask[filter] ?? 0);
      if (strength === 0) continue;
      let back = 0;
      for (let label = 0; label < errors.length; label++) {
        const at = filter * LABEL_COUNT + start + label;
        this.labels.gradient[at] = (this.labels.gradient[at] ?? 0) + (errors[label] ?? 0) * strength;
        back += (errors[label] ?? 0) * (this.labels.values[at] ?? 0) * (this.#mask[filter] ?? 0);
      }
      this.filterBias.gradient[filter] = (this.filterBias.gradient[filter] ?? 0) + back;
      this.#spreadToWords(rows, filter, back, vectorRate);
    }
  }

  #spreadToWords(rows: readonly number[], filter: number, back: number, vectorRate: number): void {
    const place = this.#places[filter] ?? 0;
    const { values, gradient } = this.filters;
    for (let k = 0; k < WIDTH; k++) {
      const row = rows[place + k] ?? -1;
      if (row < 0) continue;
      const at = row * DIMENSIONS;
      const base = filter * SLICE + k * DIMENSIONS;
      for (let d = 0; d < DIMENSIONS; d++) {
        const value = this.vectors[at + d] ?? 0;
        gradient[base + d] = (gradient[base + d] ?? 0) + back * value;
        this.vectors[at + d] = value - vectorRate * back * (values[base + d] ?? 0);
      }
    }
  }

  /** Moves all by the gradients gathered since the last move. */
  move(rate: number): void {
    this.#step++;
    for (const one of [this.filters, this.filterBias, this.labels, this.labelBias, this.means])
      one.move(rate, this.#step);
  }
}
