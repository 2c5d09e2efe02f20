import { seeded } from "./chance.ts";

/** How many groups; a group is told in 8 bits, and 0 is no group. */
const CLUSTERS = 255;
const ROUNDS = 14;
const DIMENSIONS = 100;

/** Vectors of length 1, one after the other. */
function unitLength(vectors: readonly (readonly number[])[]): Float32Array {
  const units = new Float32Array(vectors.length * DIMENSIONS);
  vectors.forEach((vector, row) => {
    let sum = 0;
    for (let d = 0; d < DIMENSIONS; d++) sum += (vector[d] ?? 0) ** 2;
    const length = Math.sqrt(sum) || 1;
    for (let d = 0; d < DIMENSIONS; d++) units[row * DIMENSIONS + d] = (vector[d] ?? 0) / length;
  });
  return units;
}

function nearest(units: Float32Array, row: number, centres: Float32Array): number {
  let best = 0;
  let most = Number.NEGATIVE_INFINITY;
  for (let cluster = 0; cluster < CLUSTERS; cluster++) {
    let sum = 0;
    for (let d = 0; d < DIMENSIONS; d++)
      sum += (units[row * DIMENSIONS + d] ?? 0) * (centres[cluster * DIMENSIONS + d] ?? 0);
    if (sum <= most) continue;
    most = sum;
    best = cluster;
  }
  return best;
}

/**
 * The group of each word, from 1, by its vector: words that are used alike fall into one (spherical k-means). The same
 * vectors give the same groups.
 */
export function clusterWords(vectors: readonly (readonly number[])[]): Uint8Array {
  const units = unitLength(vectors);
  const random = seeded(11);
  const centres = new Float32Array(CLUSTERS * DIMENSIONS);
  for (let cluster = 0; cluster < CLUSTERS; cluster++) {
    const row = Math.floor(random() * Math.min(vectors.length, 12_000));
    centres.set(units.subarray(row * DIMENSIONS, (row + 1) * DIMENSIONS), cluster * DIMENSIONS);
  }
  const groups = new Uint8Array(vectors.length);
  for (let round = 0; round < ROUNDS; round++) {
    for (let row = 0; row < vectors.length; row++) groups[row] = nearest(units, row, centres);
    centres.fill(0);
    groups.forEach((cluster, row) => {
      for (let d = 0; d < DIMENSIONS; d++)
        centres[cluster * DIMENSIONS + d] =
          (centres[cluster * DIMENSIONS + d] ?? 0) + (units[row * DIMENSIONS + d] ?? 0);
    });
    const means = Array.from({ length: CLUSTERS }, (_, cluster) =>
      Array.from(centres.subarray(cluster * DIMENSIONS, (cluster + 1) * DIMENSIONS)),
    );
    centres.set(unitLength(means));
  }
  return groups.map((cluster) => cluster + 1);
}
