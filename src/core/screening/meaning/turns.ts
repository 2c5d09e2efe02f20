import { mixedHash } from "../reading/mixed-hash.ts";
import { LABEL_COUNT } from "./heads.ts";
import type { MeaningTables } from "./tables.ts";
import type { ReadWord } from "./vocabulary.ts";

/** Weights of turns are kept for this many places; several turns may share one. */
export const TURN_BITS = 18;
const MASK = (1 << TURN_BITS) - 1;
/** A word and the five turns that begin with it. */
const EACH = 6;
/** No stretch of this many words has more turns than `turnLimit` says. */
export const turnLimit = (words: number): number => (words + 2) * EACH;

const START = 1;
const END = 2;

const place = (kind: number, a: number, b = 0, c = 0): number => mixedHash(kind + 7, a, b, c) & MASK;

/** A word by its row, so that slang and Spanish are the words they stand for; one that is not known by itself. */
const wordAt = (words: readonly ReadWord[], at: number): number => {
  const word = words[at];
  if (word === undefined) return at < 0 ? START : END;
  return word.row >= 0 ? Math.imul(word.row + 5, 0x9e3779b1) : word.token.hash;
};

/**
 * Writes the turns of phrase of a text into `out` and returns how many there are: its words, pairs and triples, and
 * pairs with one word as the group of words that are used alike. `groups` gives the group of each row.
 */
export function turnsOf(words: readonly ReadWord[], groups: Uint8Array, out: Int32Array): number {
  const groupAt = (at: number): number => groups[words[at]?.row ?? -1] ?? 0;
  let count = 0;
  let [word, next, later] = [wordAt(words, -1), wordAt(words, 0), wordAt(words, 1)];
  let [group, nextGroup] = [0, groupAt(0)];
  for (let at = -1; at <= words.length; at++) {
    out[count++] = place(0, word);
    if (at < words.length) {
      out[count++] = place(1, word, next);
      out[count++] = place(4, word, nextGroup);
      out[count++] = place(5, group, next);
    }
    if (at + 1 < words.length) {
      out[count++] = place(2, word, next, later);
      out[count++] = place(3, word, later);
    }
    [word, next, later] = [next, later, wordAt(words, at + 3)];
    [group, nextGroup] = [nextGroup, groupAt(at + 2)];
  }
  return count;
}

/** How much the sum of the weights of `count` turns counts: longer texts have more of them, and say no more. */
export const turnShare = (count: number): number => 4 / Math.sqrt(Math.max(8, count));

let buffer = new Int32Array(1024);

/** What the turns of phrase of a text say of each label, for the labels of a range. */
export function turnScores(
  words: readonly ReadWord[],
  tables: MeaningTables,
  { from, to }: { from: number; to: number },
): Float64Array {
  if (turnLimit(words.length) > buffer.length) buffer = new Int32Array(turnLimit(words.length));
  const count = turnsOf(words, tables.groups, buffer);
  const sums = new Int32Array(LABEL_COUNT);
  for (let i = 0; i < count; i++) {
    const first = (buffer[i] ?? 0) * LABEL_COUNT;
    for (let label = from; label < to; label++)
      sums[label] = (sums[label] ?? 0) + (tables.turns[first + label] ?? 0);
  }
  const share = turnShare(count);
  return Float64Array.from(
    sums,
    (sum, label) => sum * (tables.turnScale[label] ?? 0) * share + (tables.turnBias[label] ?? 0),
  );
}
