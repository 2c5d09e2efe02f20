import type { Node, WordNode } from "#core/screening/policies/phrase.ts";
import { halvesOf } from "./apostrophes.ts";
import { LIMITS } from "./limits.ts";

/** Ways to say a phrase, each as its words; `whole` where there are no others. */
interface Spelling {
  readonly texts: readonly (readonly string[])[];
  readonly whole: boolean;
}

/** So many ways of one phrase are written out at the most. */
const MOST_WAYS = 300;
const NONE: Spelling = { texts: [], whole: false };

function ofWord({ words, begins, ends }: WordNode): Spelling {
  const all = [...words, ...begins.map((word) => `${word}*`), ...ends.map((word) => `*${word}`)];
  return { texts: all.map((word) => [word]), whole: true };
}

/** Each with each; where that is too much, the last of the longer list are left out, so that both are in it. */
function joined(left: Spelling, right: Spelling): Spelling {
  const [ones, others] = [[...left.texts], [...right.texts]];
  let whole = left.whole && right.whole;
  while (ones.length * others.length > MOST_WAYS) {
    (ones.length > others.length ? ones : others).pop();
    whole = false;
  }
  return { texts: ones.flatMap((one) => others.map((other) => [...one, ...other])), whole };
}

function spell(node: Node): Spelling {
  switch (node.is) {
    case "word":
      return ofWord(node);
    case "number":
      return node.least === node.most ? { texts: [[String(node.least)]], whole: true } : NONE;
    case "any":
    case "edge":
      return NONE;
    case "gap":
      return { texts: [[]], whole: false };
    case "maybe": {
      const { texts, whole } = spell(node.item);
      return { texts: [[], ...texts], whole: whole && !node.often };
    }
    case "one": {
      const options = node.options.map(spell);
      return { texts: options.flatMap(({ texts }) => texts), whole: options.every(({ whole }) => whole) };
    }
    case "all":
      return node.items.map(spell).reduce(joined);
  }
}

/** As it may be typed: without apostrophes, with straight ones, with curly ones. */
function typed(words: readonly string[]): string[] {
  const withSign = (sign: string) => words.map((word) => halvesOf(word)?.join(sign) ?? word).join(" ");
  return [...new Set(["", "'", "’"].map(withSign))];
}

/** A wildcard stands at the beginning or the end of a keyword, and nowhere else. */
const fits = (keyword: string): boolean =>
  keyword.length > 1 && keyword.length <= LIMITS.keywordLength && !keyword.slice(1, -1).includes("*");

/** Spreads a list over itself, so that its beginning has something of every part of it. */
const GOLDEN = 0.618_033_988_75;

/** Those of few words first, since they find the most; of the same length from all over the list. */
function broadFirst(keywords: readonly string[]): string[] {
  const ranked = keywords.map((keyword, at) => ({
    keyword,
    words: keyword.split(" ").length,
    spread: (at * GOLDEN) % 1,
  }));
  return ranked
    .sort((one, other) => one.words - other.words || one.spread - other.spread)
    .map(({ keyword }) => keyword);
}

/** A phrase written out as keywords. `whole` where they find all that the phrase does. */
export function keywordsOf(node: Node): { keywords: string[]; whole: boolean } {
  const { texts, whole } = spell(node);
  const all = texts.flatMap(typed);
  const keywords = [...new Set(all)].filter(fits);
  return { keywords: broadFirst(keywords), whole: whole && all.every(fits) };
}

/** Without those that another one finds already, since it is a part of them. */
export function withoutLonger(keywords: readonly string[]): string[] {
  const known = new Set(keywords);
  const hasShorter = (keyword: string): boolean => {
    const words = keyword.split(" ");
    for (let from = 0; from < words.length; from += 1)
      for (let to = from + 1; to <= words.length; to += 1) {
        const part = words.slice(from, to).join(" ");
        if (part !== keyword && known.has(part)) return true;
      }
    return false;
  };
  return keywords.filter((keyword) => !hasShorter(keyword));
}
