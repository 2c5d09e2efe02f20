import { englishOf, factsOfWord, spanishOf } from "../reading/words.ts";
import type { WordNode } from "./phrase.ts";

/** How common a word is; the levels of the table of words are powers of two. 1 for a word that it does not know. */
function commonness(word: string): number {
  const facts = factsOfWord(word);
  return 1 + Math.max(2 ** englishOf(facts) / 8, 2 ** (2 * spanishOf(facts)) / 8);
}

/** A word that begins or ends so is looked for as if it were this common. */
const AFFIX_COST = 200;

const costs = new WeakMap<WordNode, number>();

/** What it costs to look whenever one of some words is there. */
export function costOf(node: WordNode): number {
  const before = costs.get(node);
  if (before !== undefined) return before;
  const { words, begins, ends } = node;
  const cost = words.reduce(
    (sum, word) => sum + commonness(word),
    AFFIX_COST * (begins.length + ends.length),
  );
  costs.set(node, cost);
  return cost;
}
