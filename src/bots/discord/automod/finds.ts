/** A text as AutoMod's keywords see it: its words in small letters, with a blank around each. */
const plain = (text: string): string =>
  ` ${(text.toLowerCase().match(/[\p{L}\p{N}'’]+/gu) ?? []).join(" ")} `;

function hasKeyword(words: string, keyword: string): boolean {
  const from = keyword.startsWith("*") ? keyword.slice(1) : ` ${keyword}`;
  return words.includes(from.endsWith("*") ? from.slice(0, -1) : `${from} `);
}

/** Whether a pattern finds a text. Rust's flag for both cases stands inside of it. */
export function matching(pattern: string): (text: string) => boolean {
  const expression = new RegExp(pattern.replace(/^\(\?i\)/, ""), "iu");
  return (text) => expression.test(text);
}

/** Texts to hold keywords and patterns against, read once. */
export class Texts {
  readonly #texts: readonly { readonly text: string; readonly words: string }[];

  constructor(texts: readonly string[]) {
    this.#texts = texts.map((text) => ({ text, words: plain(text) }));
  }

  get count(): number {
    return this.#texts.length;
  }

  hasKeyword(keyword: string): boolean {
    return this.#texts.some(({ words }) => hasKeyword(words, keyword));
  }

  hasPattern(pattern: string): boolean {
    const finds = matching(pattern);
    return this.#texts.some(({ text }) => finds(text));
  }

  /** Those that none of these keywords finds. */
  missedBy(keywords: readonly string[]): string[] {
    return this.#texts
      .filter(({ words }) => !keywords.some((keyword) => hasKeyword(words, keyword)))
      .map(({ text }) => text);
  }

  /** How many of them are found by any of these. */
  found({ keywords, patterns }: { keywords: readonly string[]; patterns: readonly string[] }): number {
    const finders = patterns.map(matching);
    return this.#texts.filter(
      ({ text, words }) =>
        keywords.some((keyword) => hasKeyword(words, keyword)) || finders.some((finds) => finds(text)),
    ).length;
  }
}
