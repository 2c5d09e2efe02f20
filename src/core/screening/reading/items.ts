import { SHAPES, type Token } from "./tokens.ts";

/** What stands at a place of a text, for phrases: signs inside a sentence are left out. */
export const ITEM = { word: 0, number: 1, sentenceEdge: 2, lineEdge: 3 } as const;

/**
 * The words and numbers of a folded text and the edges of its sentences, one array a column. The text begins and
 * ends with an edge. Offsets are those of the folded text; an edge has none of its own.
 */
export interface Items {
  /** The folded text in lower case, of the same length. */
  readonly lower: string;
  readonly kinds: readonly number[];
  /** The hash of each word as a signed number; 0 for the rest. */
  readonly keys: readonly number[];
  readonly starts: readonly number[];
  readonly ends: readonly number[];
  /** The number of the sentence that each item is in. */
  readonly sentences: readonly number[];
  /** 1 where a comma, a colon or a bracket stands before the item. */
  readonly pauses: readonly number[];
}

const STOP = 46;
const SEMICOLON = 59;
const PAUSES = new Set([44, 58, 40, 41, 8212]);

const isEnd = (code: number) => code === 33 || code === 63 || code === SEMICOLON;

/** A full stop ends a sentence unless it stands inside a word ("s.u.i") or is one of several ("i just... want"). */
function endsSentence(text: string, at: number): boolean {
  if (text.charCodeAt(at - 1) === STOP || text.charCodeAt(at + 1) === STOP) return false;
  return at + 1 >= text.length || !/[\p{L}\p{N}]/u.test(text.charAt(at + 1));
}

/** Lower case without a change of length: a letter whose small form is longer stays as it is. */
function lowered(text: string): string {
  const lower = text.toLowerCase();
  if (lower.length === text.length) return lower;
  return [...text]
    .map((char) => (char.toLowerCase().length === char.length ? char.toLowerCase() : char))
    .join("");
}

/** The items of a folded text with these tokens. Linear in the text. */
export function itemsOf(text: string, tokens: readonly Token[]): Items {
  const kinds: number[] = [ITEM.lineEdge];
  const keys: number[] = [0];
  const starts: number[] = [0];
  const ends: number[] = [0];
  const sentences: number[] = [0];
  const pauses: number[] = [0];
  let sentence = 0;
  let pause = 0;
  const add = (kind: number, key: number, start: number, end: number) => {
    kinds.push(kind);
    keys.push(key);
    starts.push(start);
    ends.push(end);
    sentences.push(sentence);
    pauses.push(pause);
    pause = 0;
  };
  const addEdge = (kind: number, at: number) => {
    const last = kinds.length - 1;
    const before = kinds[last] ?? ITEM.word;
    if (before < ITEM.sentenceEdge) {
      add(kind, 0, at, at);
      sentence++;
    } else if (kind > before) kinds[last] = kind;
  };
  for (const { shape, hash, start, end } of tokens) {
    if (shape === SHAPES.digits) add(ITEM.number, 0, start, end);
    else if (shape < SHAPES.sign) add(ITEM.word, hash | 0, start, end);
    else if (shape === SHAPES.lineBreak) addEdge(ITEM.lineEdge, start);
    else {
      const code = text.charCodeAt(start);
      if (isEnd(code) || (code === STOP && endsSentence(text, start))) addEdge(ITEM.sentenceEdge, start);
      else if (PAUSES.has(code)) pause = 1;
    }
  }
  addEdge(ITEM.lineEdge, text.length);
  return { lower: lowered(text), kinds, keys, starts, ends, sentences, pauses };
}

/** The number at an item: "1,000" is a thousand and "38,5" is 38.5. */
export function numberAt(items: Items, at: number): number {
  const text = items.lower.slice(items.starts[at], items.ends[at]);
  const decimal = /^(\d+),(\d{1,2})$/.exec(text);
  return decimal === null ? Number(text.replaceAll(",", "")) : Number(`${decimal[1]}.${decimal[2]}`);
}
