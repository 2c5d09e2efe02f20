import { wordTables } from "./tables.ts";

/** A word that somebody may have meant, and in how many typing mistakes: one or two. */
export interface NearWord {
  readonly word: string;
  readonly edits: number;
}

const SHORTEST_FOR_ONE = 4;
const SHORTEST_FOR_TWO = 8;
/** Nobody mistypes so long a word and means one; to compare it would take as long as it is. */
const LONGEST = 24;
const MOST_NEAR = 3;
const A = 97;

/** How many mistakes are forgiven in a word of this length. */
const forgiven = (letters: number): number =>
  letters >= SHORTEST_FOR_TWO ? 2 : letters >= SHORTEST_FOR_ONE ? 1 : 0;

/** Which letters a word has. Each mistake changes two of them at the most, so that most words need no closer look. */
function lettersOf(word: string): number {
  let mask = 0;
  for (let at = 0; at < word.length; at++) mask |= 1 << ((word.charCodeAt(at) - A) & 31);
  return mask;
}

function bitsIn(mask: number): number {
  let bits = 0;
  for (let rest = mask; rest !== 0; rest &= rest - 1) bits += 1;
  return bits;
}

interface ByLength {
  readonly words: string[];
  readonly letters: number[];
}

let byLength: Map<number, ByLength> | undefined;

function wordsByLength(): Map<number, ByLength> {
  byLength ??= wordTables().words.reduce((lengths, word) => {
    const same = lengths.get(word.length) ?? { words: [], letters: [] };
    same.words.push(word);
    same.letters.push(lettersOf(word));
    return lengths.set(word.length, same);
  }, new Map<number, ByLength>());
  return byLength;
}

/**
 * The number of letters that are wrong, missing, too many, or changed places with their neighbour (which counts once);
 * anything above `most` for more than `most`.
 */
export function editsBetween(one: string, other: string, most: number): number {
  if (Math.abs(one.length - other.length) > most) return most + 1;
  let before: number[] = [];
  let last = Array.from({ length: other.length + 1 }, (_, at) => at);
  for (let row = 1; row <= one.length; row++) {
    const here = [row];
    for (let column = 1; column <= other.length; column++) {
      const same = one[row - 1] === other[column - 1];
      let edits = Math.min(
        (last[column] ?? 0) + 1,
        (here[column - 1] ?? 0) + 1,
        (last[column - 1] ?? 0) + (same ? 0 : 1),
      );
      if (row > 1 && column > 1 && one[row - 1] === other[column - 2] && one[row - 2] === other[column - 1])
        edits = Math.min(edits, (before[column - 2] ?? 0) + 1);
      here.push(edits);
    }
    if (Math.min(...here) > most) return most + 1;
    [before, last] = [last, here];
  }
  return last[other.length] ?? most + 1;
}

function nearOfLength(word: string, letters: number, length: number, most: number): NearWord[] {
  const near: NearWord[] = [];
  const same = wordsByLength().get(length);
  same?.words.forEach((candidate, at) => {
    if (bitsIn((same.letters[at] ?? 0) ^ letters) > 2 * most) return;
    const edits = editsBetween(word, candidate, most);
    if (edits > 0 && edits <= most) near.push({ word: candidate, edits });
  });
  return near;
}

/** People seldom mistype the first letter, and oftener a word of medicine than one of every day. */
function farness(word: string, { word: near, edits }: NearWord): number {
  const ofMedicine = wordTables().conceptsOf([near]).length > 0;
  return edits + (word[0] === near[0] ? 0 : 0.5) - (ofMedicine ? 0.25 : 0);
}

/**
 * What somebody may have meant who wrote a word that is not known: known words with one mistake in a word of four letters or
 * more, two from eight on; the likeliest first, three at the most.
 */
export function nearWords(word: string): readonly NearWord[] {
  const most = forgiven(word.length);
  if (most === 0 || word.length > LONGEST || !/^[a-z]+$/.test(word)) return [];
  const letters = lettersOf(word);
  const near: NearWord[] = [];
  for (let length = word.length - most; length <= word.length + most; length++)
    near.push(...nearOfLength(word, letters, length, Math.min(most, forgiven(length))));
  const { levelOf } = wordTables();
  return near
    .sort(
      (one, other) =>
        farness(word, one) - farness(word, other) || (levelOf(other.word) ?? 0) - (levelOf(one.word) ?? 0),
    )
    .slice(0, MOST_NEAR);
}
