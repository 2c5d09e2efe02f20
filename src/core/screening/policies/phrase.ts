import { foldForms } from "../reading/fold.ts";
import { hashOf } from "../reading/tokens.ts";

/**
 * A phrase of a policy, as a tree. Phrases are written in words, not in letters, so that volunteers can read them
 * and that no phrase can take more than linear time:
 *
 * - `want to die`: these words in this order; commas, hyphens and quotes between them do not matter,
 *   case, accents and apostrophes neither ("don't" is `dont`)
 * - `(want|need) to die`: one of several; `want [to|so much to] die`: one of them or none
 * - `[very|so]+`: any of them, some six in a row at most, or none
 * - `droop*`, `*itis`: a word that begins or ends so (three letters at least); `*`: any one word or number
 * - `#`: a number; `#38-41`: a number from 38 to 41, with decimals; `#300+`: 300 or more
 * - `...`: up to seven words, `...3` up to three, inside one sentence; `~12`: up to twelve, also over its end
 * - `^` and `$`: the beginning and the end of a sentence
 * - `!(to|in)`: at the end of a phrase: not followed by these
 * - `{someone}`: a list of the file, or of another file of the pack
 */
export type Node =
  | WordNode
  | { readonly is: "any" }
  | { readonly is: "number"; readonly least: number; readonly most: number }
  | { readonly is: "edge" }
  | { readonly is: "gap"; readonly most: number; readonly wide: boolean }
  | { readonly is: "all"; readonly items: readonly Node[] }
  | { readonly is: "one"; readonly options: readonly Node[] }
  | { readonly is: "maybe"; readonly item: Node; readonly often: boolean };

/** One token that is one of these words, by hash, or begins or ends with one of these. */
export interface WordNode {
  readonly is: "word";
  readonly words: readonly string[];
  readonly begins: readonly string[];
  readonly ends: readonly string[];
}

export interface Phrase {
  readonly node: Node;
  /** What must not follow. */
  readonly after?: Node;
}

/** A phrase that cannot be read; `message` says what to write instead. */
export class PhraseError extends Error {
  override readonly name = "PhraseError";
}

/** How many words `...` stands for when no number follows. */
const USUAL_GAP = 7;
const LONGEST_GAP = 40;
const LEAST_LETTERS = 3;

/** The lists of a pack by name; each is read once, when the first phrase names it. */
export class Lists {
  readonly #sources = new Map<string, string>();
  readonly #read = new Map<string, Node>();
  readonly #reading = new Set<string>();

  constructor(sources: Iterable<readonly [name: string, source: string]> = []) {
    for (const [name, source] of sources) this.set(name, source);
  }

  set(name: string, source: string): void {
    this.#sources.set(name, source);
    this.#read.clear();
  }

  has(name: string): boolean {
    return this.#sources.has(name);
  }

  node(name: string): Node {
    const before = this.#read.get(name);
    if (before !== undefined) return before;
    const source = this.#sources.get(name);
    if (source === undefined) throw new PhraseError(`there is no list {${name}}`);
    if (this.#reading.has(name)) throw new PhraseError(`the list {${name}} names itself`);
    this.#reading.add(name);
    try {
      const { node, after } = readPhrase(source, this);
      if (after !== undefined) throw new PhraseError(`!( ) has no place in the list {${name}}`);
      this.#read.set(name, node);
      return node;
    } finally {
      this.#reading.delete(name);
    }
  }
}

/** The names of the lists that a phrase, or what a list stands for, has in it. */
export const listsIn = (source: string): string[] =>
  [...foldForms(source).text.matchAll(/\{([a-z][a-z0-9-]*)\}/gu)].flatMap(([, name]) => name ?? []);

const WORD = /[\p{L}\p{N}']+(?:\*[\p{L}\p{N}']*)?/uy;
const OTHER =
  /(?<gap>\.\.\.(?<gapMost>\d*))|~(?<wideMost>\d+)|#(?<number>\d+(?:\.\d+)?(?:-\d+(?:\.\d+)?|\+)|)(?![\p{L}\p{N}])|\{(?<list>[a-z][a-z0-9-]*)\}|(?<sign>!\(|\]\+?|[()[|^$])|(?<suffix>\*[\p{L}\p{N}']*\*?)/uy;
const BLANK = /\s/;
const LETTER = /[\p{L}\p{N}]/u;

interface Piece {
  readonly sign?: string;
  readonly node?: Node;
  readonly list?: string;
}

function wordNode(text: string): Node {
  if (text === "*") return { is: "any" };
  const plain = text.replaceAll("*", "").replaceAll("'", "").toLowerCase();
  if ((text.startsWith("*") && text.endsWith("*")) || /[^*]\*[^*]/.test(text))
    throw new PhraseError(`"${text}" may have one * only, before or after its letters`);
  const affix = text.includes("*");
  if (affix && plain.length < LEAST_LETTERS)
    throw new PhraseError(`"${text}" would match too much: give three letters or more beside the *`);
  return {
    is: "word",
    words: affix ? [] : [plain],
    begins: text.endsWith("*") ? [plain] : [],
    ends: text.startsWith("*") ? [plain] : [],
  };
}

function numberNode(range: string): Node {
  if (range.endsWith("+")) return { is: "number", least: Number(range.slice(0, -1)), most: Infinity };
  const [least, most] = range.split("-").map(Number);
  if (least === undefined || most === undefined) return { is: "number", least: 0, most: Infinity };
  if (least > most) throw new PhraseError(`#${range} is empty: the smaller number comes first`);
  return { is: "number", least, most };
}

function gapNode(most: number, wide: boolean): Node {
  if (most < 1 || most > LONGEST_GAP) throw new PhraseError(`a gap is 1 to ${LONGEST_GAP} words long`);
  return { is: "gap", most, wide };
}

/** What a sign or a group of signs stands for. */
function otherPiece({
  gap,
  gapMost,
  wideMost,
  number,
  list,
  sign,
  suffix,
}: Record<string, string | undefined>): Piece {
  if (gap !== undefined) return { node: gapNode(gapMost === "" ? USUAL_GAP : Number(gapMost), false) };
  if (wideMost !== undefined) return { node: gapNode(Number(wideMost), true) };
  if (number !== undefined) return { node: numberNode(number) };
  if (list !== undefined) return { list };
  if (sign !== undefined) return { sign };
  return { node: wordNode(suffix ?? "") };
}

function piecesOf(source: string): Piece[] {
  const { text } = foldForms(source);
  const pieces: Piece[] = [];
  for (let at = 0; at < text.length; ) {
    const char = text.charAt(at);
    if (BLANK.test(char)) {
      at++;
      continue;
    }
    const pattern = LETTER.test(char) ? WORD : OTHER;
    pattern.lastIndex = at;
    const match = pattern.exec(text);
    if (match === null)
      throw new PhraseError(
        `"${text.slice(at, at + 12)}" is no part of a phrase: write words, (a|b), [maybe], ..., droop* or #`,
      );
    if (match.groups === undefined) for (const node of partsOf(match[0])) pieces.push({ node });
    else pieces.push(otherPiece(match.groups));
    at = pattern.lastIndex;
  }
  return pieces;
}

/** A text's tokens split "20mg" in two; so must a phrase that names it. */
function partsOf(word: string): Node[] {
  const number = /^(\d+)(\p{L}.*)?$/u.exec(word);
  if (number === null) return [wordNode(word)];
  const value = Number(number[1]);
  const node: Node = { is: "number", least: value, most: value };
  return number[2] === undefined ? [node] : [node, wordNode(number[2])];
}

/** Alternatives of one word each are one place in the text. */
function oneOf(options: readonly Node[]): Node {
  const words: WordNode[] = [];
  const others: Node[] = [];
  for (const option of options) {
    if (option.is === "word") words.push(option);
    else if (option.is === "one") {
      for (const inner of option.options) (inner.is === "word" ? words : others).push(inner as WordNode);
    } else others.push(option);
  }
  const merged: Node[] = words.length === 0 ? [] : [mergedWords(words)];
  const all = [...merged, ...others];
  return all.length === 1 && all[0] !== undefined ? all[0] : { is: "one", options: all };
}

function mergedWords(nodes: readonly WordNode[]): WordNode {
  const joined = (part: "words" | "begins" | "ends") => [...new Set(nodes.flatMap((node) => node[part]))];
  return { is: "word", words: joined("words"), begins: joined("begins"), ends: joined("ends") };
}

class Reader {
  #at = 0;
  readonly #pieces: readonly Piece[];
  readonly #lists: Lists;

  constructor(pieces: readonly Piece[], lists: Lists) {
    this.#pieces = pieces;
    this.#lists = lists;
  }

  phrase(): Phrase {
    const node = this.#options([undefined, "!("]);
    if (this.#peek() === undefined) return { node };
    this.#at++;
    const after = this.#options([")"]);
    this.#close(")");
    if (this.#pieces.length > this.#at) throw new PhraseError("!( ) stands at the end of a phrase only");
    return { node, after };
  }

  #peek(): string | undefined {
    return this.#pieces[this.#at]?.sign;
  }

  #close(sign: string): void {
    if (this.#peek() !== sign) throw new PhraseError(`a "${sign}" is missing`);
    this.#at++;
  }

  #options(ends: readonly (string | undefined)[]): Node {
    const options: Node[] = [];
    for (;;) {
      options.push(this.#sequence());
      const sign = this.#peek();
      const over = this.#at >= this.#pieces.length;
      if (over ? ends.includes(undefined) : sign !== "|" && ends.includes(sign)) return oneOf(options);
      if (over) throw new PhraseError(`a "${ends[0]}" is missing`);
      if (sign !== "|") throw new PhraseError(`"${sign}" has no beginning`);
      this.#at++;
    }
  }

  #sequence(): Node {
    const items: Node[] = [];
    for (;;) {
      const piece = this.#pieces[this.#at];
      if (piece === undefined) break;
      const item =
        piece.node ?? (piece.list === undefined ? this.#bracket(piece.sign) : this.#lists.node(piece.list));
      if (item === undefined) break;
      if (piece.node !== undefined || piece.list !== undefined) this.#at++;
      items.push(item);
    }
    const [only] = items;
    if (only === undefined) throw new PhraseError("something is empty: a word is missing beside a sign");
    return items.length === 1 ? only : { is: "all", items };
  }

  #bracket(sign: string | undefined): Node | undefined {
    if (sign === "^" || sign === "$") {
      this.#at++;
      return { is: "edge" };
    }
    if (sign === "(") {
      this.#at++;
      const inner = this.#options([")"]);
      this.#close(")");
      return inner;
    }
    if (sign !== "[") return undefined;
    this.#at++;
    const item = this.#options(["]", "]+"]);
    const often = this.#peek() === "]+";
    this.#at++;
    return { is: "maybe", item, often };
  }
}

/** Reads one phrase. Throws PhraseError with what to write instead. */
export function readPhrase(source: string, lists: Lists): Phrase {
  return new Reader(piecesOf(source), lists).phrase();
}

/** The hash of a word as tokens have it, as a signed number that maps hold without a box. */
export const wordKey = (word: string): number => hashOf(word) | 0;
