import { HEAD_STARTS, HEADS, LABEL_COUNT, type Topic } from "#core/screening/meaning/heads.ts";
import { TURN_BITS, turnShare } from "#core/screening/meaning/turns.ts";
import { shuffle } from "./chance.ts";

/** The turns of a text, and what it is. */
export interface TurnLesson {
  readonly turns: Int32Array;
  readonly topic: Topic;
  readonly label: number;
  readonly weight: number;
}

const RATE = 0.2;
const PASSES = 8;
/** How often a turn is hidden, so that none is relied upon alone. */
const HIDE = 0.5;

/** Learns what each turn of phrase says of each label: a linear model (softmax), each weight at its own pace (Adagrad). */
export function learnTurns(
  lessons: TurnLesson[],
  random: () => number,
): { weights: Float32Array; bias: Float32Array } {
  const size = (1 << TURN_BITS) * LABEL_COUNT;
  const weights = new Float32Array(size);
  const squares = new Float32Array(size).fill(0.05);
  const bias = new Float32Array(LABEL_COUNT);
  for (let pass = 1; pass <= PASSES; pass++) {
    shuffle(lessons, random);
    let loss = 0;
    for (const { turns: all, topic, label, weight } of lessons) {
      const turns = all.filter(() => random() >= HIDE);
      const share = turnShare(turns.length);
      const start = HEAD_STARTS[topic];
      const likely = likelyOf(turns, start, HEADS[topic].length, { weights, bias });
      loss -= Math.log((likely[label] ?? 0) + 1e-9) * weight;
      likely.forEach((value, one) => {
        const error = (value - (one === label ? 1 : 0)) * weight;
        if (Math.abs(error) < 1e-3) return;
        bias[start + one] = (bias[start + one] ?? 0) - 0.01 * error;
        const gradient = error * share;
        for (const turn of turns) {
          const at = turn * LABEL_COUNT + start + one;
          squares[at] = (squares[at] ?? 0) + gradient * gradient;
          weights[at] = (weights[at] ?? 0) - (RATE * gradient) / Math.sqrt(squares[at] ?? 1);
        }
      });
    }
    process.stdout.write(`turns, pass ${pass}: loss ${(loss / lessons.length).toFixed(4)}\n`);
  }
  return { weights, bias };
}

function likelyOf(
  turns: Int32Array,
  start: number,
  count: number,
  { weights, bias }: { weights: Float32Array; bias: Float32Array },
): Float64Array {
  const scores = new Float64Array(count);
  for (const turn of turns)
    for (let label = 0; label < count; label++)
      scores[label] = (scores[label] ?? 0) + (weights[turn * LABEL_COUNT + start + label] ?? 0);
  const share = turnShare(turns.length);
  let top = Number.NEGATIVE_INFINITY;
  for (let label = 0; label < count; label++) {
    scores[label] = (scores[label] ?? 0) * share + (bias[start + label] ?? 0);
    top = Math.max(top, scores[label] ?? 0);
  }
  let sum = 0;
  for (let label = 0; label < count; label++) {
    scores[label] = Math.exp((scores[label] ?? 0) - top);
    sum += scores[label] ?? 0;
  }
  return scores.map((score) => score / sum);
}
