import { hashCodes } from "../reading/tokens.ts";
import { englishOf, factsOf, familyNameOf, firstNameOf, placeOf } from "../reading/words.ts";

const SHORTEST = 3;
const LONGEST = 12;
/** From these levels on a word or a name is well enough known to be looked for inside of another. */
const WORD_LEVEL = 4;
const NAME_LEVEL = 3;
const MANY = 99;

function isKnown(hash: number): boolean {
  const facts = factsOf(hash);
  return (
    englishOf(facts) >= WORD_LEVEL ||
    firstNameOf(facts) >= NAME_LEVEL ||
    familyNameOf(facts) >= 4 ||
    placeOf(facts) >= 4
  );
}

/**
 * How many known words, at the least, a stretch of letters is made of without a space: 3 for "slowcookersusan", 0 when
 * it is not. A word that is misspelt seldom is. Linear: no part is longer than twelve letters.
 */
export function wordsInside(text: string, start: number, end: number): number {
  const length = end - start;
  const fewest = new Uint8Array(length + 1).fill(MANY);
  fewest[0] = 0;
  for (let from = 0; from < length; from++) {
    const before = fewest[from] ?? MANY;
    if (before === MANY) continue;
    const most = Math.min(LONGEST, length - from);
    for (let size = SHORTEST; size <= most; size++) {
      const to = from + size;
      if (before + 1 < (fewest[to] ?? MANY) && isKnown(hashCodes(text, start + from, start + to)))
        fewest[to] = before + 1;
    }
  }
  const found = fewest[length] ?? MANY;
  return found === MANY ? 0 : found;
}
