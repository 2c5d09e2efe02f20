const NEGATED = /^(do|does|did|ca|wo|is|are|was|were|would|should|could|has|have|had|ai|sha)nt$/;
const SHORTENED =
  /^(?:(?<one>i)(?:m|d|ll|ve)|(?<many>you|we|they)(?:re|d|ll|ve)|(?<it>he|she|it|that|there|who|what)(?:s|d|ll))$/;

/**
 * Phrases are written without apostrophes and a text is read without them, but AutoMod reads what was typed. Gives the two
 * halves of "dont" or "im"; undefined for words that have no apostrophe.
 */
export function halvesOf(word: string): readonly [string, string] | undefined {
  if (NEGATED.test(word)) return [word.slice(0, -1), "t"];
  const { one, many, it } = SHORTENED.exec(word)?.groups ?? {};
  const head = one ?? many ?? it;
  return head === undefined ? undefined : [head, word.slice(head.length)];
}
