import { createHash } from "node:crypto";
import { writeFileSync } from "node:fs";
import { packWeights } from "#core/screening/reading/linear.ts";
import { tableFile } from "#core/screening/table-file.ts";
import { shuffle } from "./chance.ts";

/** The features of one thing, what kind it is, and how much it counts. */
export interface Lesson {
  readonly features: Int32Array;
  readonly kind: number;
  readonly weight: number;
}

export interface Training {
  readonly kinds: number;
  /** How many features there can be. */
  readonly size: number;
  /** The share of its features that each lesson goes without, anew each time: no single one may carry it. */
  readonly hide: number;
  readonly random: () => number;
}

const EPOCHS = 12;
const RATE = 0.25;
const DECAY = 0.000002;

/** Learns a linear model of several kinds (softmax, AdaGrad) and tells its loss pass by pass. */
export function trainLinear(lessons: Lesson[], training: Training): Float32Array {
  const { kinds, size, hide, random } = training;
  const weights = new Float32Array(size * kinds);
  const squares = new Float32Array(size * kinds).fill(1e-2);
  const scores = new Float64Array(kinds);
  const learn = ({ features: all, kind, weight }: Lesson): number => {
    const features = all.filter(() => random() >= hide);
    scores.fill(0);
    for (const feature of features)
      for (let one = 0; one < kinds; one++)
        scores[one] = (scores[one] ?? 0) + (weights[feature * kinds + one] ?? 0);
    const top = Math.max(...scores);
    let sum = 0;
    for (const score of scores) sum += Math.exp(score - top);
    const right = Math.exp((scores[kind] ?? 0) - top) / sum;
    for (let one = 0; one < kinds; one++) {
      const error = (Math.exp((scores[one] ?? 0) - top) / sum - (one === kind ? 1 : 0)) * weight;
      if (Math.abs(error) < 1e-4) continue;
      for (const feature of features) {
        const at = feature * kinds + one;
        const gradient = error + DECAY * (weights[at] ?? 0);
        squares[at] = (squares[at] ?? 0) + gradient * gradient;
        weights[at] =
          (weights[at] ?? 0) * (1 - DECAY * 100) - (RATE * gradient) / Math.sqrt(squares[at] ?? 1);
      }
    }
    return -Math.log(right + 1e-9) * weight;
  };
  for (let epoch = 1; epoch <= EPOCHS; epoch++) {
    shuffle(lessons, random);
    const loss = lessons.reduce((total, lesson) => total + learn(lesson), 0);
    process.stdout.write(`pass ${epoch}: loss ${(loss / lessons.length).toFixed(4)}\n`);
  }
  return weights;
}

/** Writes a table and tells its size and hash. */
export function writeWeights(name: string, weights: Float32Array): void {
  const file = packWeights(weights);
  writeFileSync(tableFile(name), file);
  process.stdout.write(
    `${name}: ${file.length} bytes, sha256 ${createHash("sha256").update(file).digest("hex")}\n`,
  );
}
