/** Words that say nothing of what a text is about. */
const EMPTY = new Set(
  "a about after all also am an and any are as at be because been before but by can could did do does for from get got had has have how i if in into is it its just like me more my no not of on or our out over she he should so some than that the their them then there these they this to too up us very was we what when where which who why will with would you your".split(
    " ",
  ),
);

/** "headaches" and "headache" are one word, as far as so little can tell. */
const folded = (word: string): string =>
  word.length > 4 ? word.replace(/(?:ing|ies|es|ed|s)$/, "").replace(/(?:e|y)$/, "") : word;

/** The different words of a text that say what it is about, folded. */
export function wordsOf(text: string): string[] {
  const plain = text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
  const words = plain.match(/[\p{L}\p{N}]+/gu) ?? [];
  return [...new Set(words.filter((word) => word.length > 1 && !EMPTY.has(word)).map(folded))];
}
