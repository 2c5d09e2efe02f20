import type { Language } from "../reading/language.ts";
import { hashOf, SHAPES, type Token, wordOf } from "../reading/tokens.ts";

/** Rows of the tables by the hash of a word. */
export interface RowsByHash {
  get(hash: number): readonly number[] | Uint16Array | undefined;
}

/** Slang stands for several words, and so for several rows. */
export interface Vocabulary {
  readonly rows: RowsByHash;
  /** Spanish words by the row of their English meaning; asked first in Spanish text. */
  readonly spanish: RowsByHash;
}

/** A row of the tables and the token that it was read from. */
export interface ReadWord {
  readonly row: number;
  readonly token: Token;
}

/** Stand for any number and for the end of a sentence. */
export const NUMBER_WORD = "<num>";
export const STOP_WORD = ".";

const LEET: Readonly<Record<string, string>> = { 0: "o", 1: "i", 3: "e", 4: "a", 5: "s", 7: "t" };
const NUMBER = hashOf(NUMBER_WORD);
const STOP = hashOf(STOP_WORD);

/** Other spellings of a word that is not known: stretched ("soooo"), doubled, with digits for letters. */
function respelled(word: string): string[] {
  const spellings = [word.replace(/(.)\1{2,}/g, "$1$1"), word.replace(/(.)\1+/g, "$1")];
  if (/\d/.test(word)) spellings.push(word.replace(/[013457]/g, (digit) => LEET[digit] ?? digit));
  return spellings.filter((spelling) => spelling !== word);
}

function rowsOf(
  text: string,
  token: Token,
  { rows, spanish }: Vocabulary,
  language: Language,
): readonly number[] | Uint16Array {
  const first = language === "es" ? (spanish.get(token.hash) ?? rows.get(token.hash)) : rows.get(token.hash);
  if (first !== undefined) return first;
  for (const spelling of respelled(wordOf(text, { ...token, stemEnd: token.end }))) {
    const found = rows.get(hashOf(spelling));
    if (found !== undefined) return found;
  }
  return spanish.get(token.hash) ?? [-1];
}

/**
 * The words of a folded text as rows of the tables; -1 is a word that is not known. Numbers are one word, sentence
 * ends another; other signs are not read. A letter by itself joins its neighbours: "s u i c i d e", "s.u.i.c.i.d.e".
 */
export function readWords(
  text: string,
  tokens: readonly Token[],
  vocabulary: Vocabulary,
  language: Language,
): ReadWord[] {
  const words: ReadWord[] = [];
  const add = (rows: readonly number[] | Uint16Array, token: Token) => {
    for (const row of rows) words.push({ row, token });
  };
  for (let at = 0; at < tokens.length; at++) {
    const token = tokens[at];
    if (token === undefined) break;
    if (token.shape === SHAPES.digits) add(vocabulary.rows.get(NUMBER) ?? [-1], token);
    else if (token.shape >= SHAPES.sign) {
      if (/[.!?\n]/.test(text.charAt(token.start)) && words.at(-1)?.row !== vocabulary.rows.get(STOP)?.[0])
        add(vocabulary.rows.get(STOP) ?? [-1], token);
    } else {
      const spread = spelledOut(text, tokens, at);
      if (spread !== undefined) {
        add(vocabulary.rows.get(hashOf(spread.word)) ?? [-1], { ...token, end: spread.end });
        at = spread.last;
      } else add(rowsOf(text, token, vocabulary, language), token);
    }
  }
  return words;
}

const SHORTEST_SPREAD = 4;
/** Signs that people put between the letters of a word so that no filter sees it. */
const JOINS_LETTERS = /[.*_-]/;

function spelledOut(
  text: string,
  tokens: readonly Token[],
  at: number,
): { word: string; end: number; last: number } | undefined {
  let word = "";
  let end = 0;
  let last = at;
  for (let next = at; next < tokens.length; next++) {
    const token = tokens[next];
    if (token === undefined || token.end - token.start !== 1) break;
    if (next > at && token.start - end > 1) break;
    if (token.shape >= SHAPES.sign) {
      if (next === at || !JOINS_LETTERS.test(text.charAt(token.start)) || last !== next - 1) break;
      continue;
    }
    word += text.charAt(token.start).toLowerCase();
    end = token.end;
    last = next;
  }
  return word.length >= SHORTEST_SPREAD ? { word, end, last } : undefined;
}
