import { readFileSync } from "node:fs";
import { tableFile } from "../table-file.ts";

/** Weights of features by kind, feature after feature, and what one unit of them is worth. */
export interface LinearWeights {
  readonly features: Int8Array | Float32Array;
  readonly unit: number;
}

/** How likely each kind is when the first `count` of `features` are there, into `likely`, one place a kind. */
export function weighFeatures(
  features: Int32Array,
  count: number,
  { features: weights, unit }: LinearWeights,
  likely: Float64Array,
): void {
  const kinds = likely.length;
  likely.fill(0);
  for (let i = 0; i < count; i++) {
    const from = (features[i] ?? 0) * kinds;
    for (let kind = 0; kind < kinds; kind++) likely[kind] = (likely[kind] ?? 0) + (weights[from + kind] ?? 0);
  }
  let top = Number.NEGATIVE_INFINITY;
  for (const score of likely) top = Math.max(top, score);
  let sum = 0;
  for (let kind = 0; kind < kinds; kind++) {
    const value = Math.exp(((likely[kind] ?? 0) - top) * unit);
    likely[kind] = value;
    sum += value;
  }
  for (let kind = 0; kind < kinds; kind++) likely[kind] = (likely[kind] ?? 0) / sum;
}

/** One file: the unit, then each weight as a whole number of units. */
export function packWeights(weights: Float32Array): Buffer {
  const unit = weights.reduce((top, weight) => Math.max(top, Math.abs(weight)), 0) / 127;
  const file = Buffer.alloc(4 + weights.length);
  file.writeFloatLE(unit, 0);
  weights.forEach((weight, at) => {
    file.writeInt8(Math.round(weight / unit), 4 + at);
  });
  return file;
}

/** Reads what `packWeights` made. */
export function readWeights(name: string): LinearWeights {
  const file = readFileSync(tableFile(name));
  return {
    features: new Int8Array(file.buffer, file.byteOffset + 4, file.length - 4),
    unit: file.readFloatLE(0),
  };
}
