import { ITEM, type Items, numberAt } from "../reading/items.ts";
import { type WordNode, wordKey } from "./phrase.ts";
import { MOST_PLACES, type Place, type Program, TAKES } from "./program.ts";

/** A phrase that was found: which one, and its first and last item, edges left out. */
export interface Found {
  readonly phrase: number;
  readonly first: number;
  readonly last: number;
}

/** What a word calls up: phrases that it is an anchor of, and phrases that need it as well. */
interface Calls {
  readonly anchors: readonly number[];
  readonly helps: readonly number[];
}

/** Words to what they call up: whole words by key, others by their first or last three letters. */
interface Index {
  readonly whole: ReadonlyMap<number, readonly number[]>;
  readonly beginning: ReadonlyMap<string, readonly Affix[]>;
  readonly ending: ReadonlyMap<string, readonly Affix[]>;
}

/** Phrases ready to be looked for all at once: which of them each word calls up. */
export interface PhraseBook {
  readonly programs: readonly Program[];
  readonly anchors: Index;
  readonly helpers: Index;
  /** Words that were met of late, each at the place of its key, with what the indexes say of them. */
  readonly knownKeys: Int32Array;
  readonly knownCalls: (Calls | undefined)[];
  /** Where the anchors of each phrase stand in the text that is read; empty between texts. */
  readonly places: readonly number[][];
  /** 1 for phrases of which a helper was seen in the text that is read. */
  readonly helped: Uint8Array;
}

interface Affix {
  readonly letters: string;
  readonly phrase: number;
}

const AFFIX_KEY = 3;
/** So many words are remembered; a power of two. */
const KNOWN = 8192;

function pushed<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const values = map.get(key);
  if (values === undefined) map.set(key, [value]);
  else values.push(value);
}

function indexOf(nodes: readonly (WordNode | undefined)[]): Index {
  const whole = new Map<number, number[]>();
  const beginning = new Map<string, Affix[]>();
  const ending = new Map<string, Affix[]>();
  nodes.forEach((node, phrase) => {
    if (node === undefined) return;
    for (const word of new Set(node.words)) pushed(whole, wordKey(word), phrase);
    for (const letters of node.begins) pushed(beginning, letters.slice(0, AFFIX_KEY), { letters, phrase });
    for (const letters of node.ends) pushed(ending, letters.slice(-AFFIX_KEY), { letters, phrase });
  });
  return { whole, beginning, ending };
}

/** Makes programs ready; a phrase that is found is known by its place in `programs`. */
export function bookOf(programs: readonly Program[]): PhraseBook {
  return {
    programs,
    anchors: indexOf(programs.map(({ anchors }) => anchors)),
    helpers: indexOf(programs.map(({ helpers }) => helpers)),
    knownKeys: new Int32Array(KNOWN),
    knownCalls: new Array<Calls | undefined>(KNOWN).fill(undefined),
    places: programs.map(() => []),
    helped: Uint8Array.from(programs, ({ helpers }) => (helpers === undefined ? 1 : 0)),
  };
}

function wordAt(items: Items, at: number): string {
  return items.lower.slice(items.starts[at], items.ends[at]).replaceAll("'", "");
}

function takesWord(place: Place, items: Items, at: number): boolean {
  if (place.keys.has(items.keys[at] ?? 0)) return true;
  if (place.begins.length === 0 && place.ends.length === 0) return false;
  const word = wordAt(items, at);
  return (
    place.begins.some((letters) => word.startsWith(letters)) ||
    place.ends.some((letters) => word.endsWith(letters))
  );
}

function takes(place: Place, items: Items, at: number): boolean {
  const kind = items.kinds[at];
  switch (place.takes) {
    case TAKES.word:
      return kind === ITEM.word && takesWord(place, items, at);
    case TAKES.any:
      return kind === ITEM.word || kind === ITEM.number;
    case TAKES.number: {
      if (kind !== ITEM.number) return false;
      if (place.most === Number.POSITIVE_INFINITY && place.least === 0) return true;
      const value = numberAt(items, at);
      return value >= place.least && value <= place.most;
    }
    case TAKES.edge:
      return kind === ITEM.sentenceEdge || kind === ITEM.lineEdge;
    case TAKES.anything:
      return kind !== ITEM.lineEdge;
  }
}

/** Whether a program matches from an item on. */
function matchesAt(program: Program, items: Items, from: number): boolean {
  let active = program.first;
  for (let at = from; at < items.kinds.length && active.length > 0; at++) {
    const next = new Set<number>();
    for (const place of active) {
      const taker = program.places[place];
      if (taker === undefined || !takes(taker, items, at)) continue;
      if (program.last[place] === 1) return true;
      for (const follow of program.follow[place] ?? []) next.add(follow);
    }
    active = [...next];
  }
  return false;
}

/** For each place of the program that is read, in which step it was reached, and the item at which the way there began. */
const reachedIn = new Float64Array(MOST_PLACES);
const begunAt = new Int32Array(MOST_PLACES);
let step = 0;
/** The places reached in this step and in the one before, and where the ways to those before began. */
let reached = new Int32Array(MOST_PLACES);
let before = new Int32Array(MOST_PLACES);
const begunBefore = new Int32Array(MOST_PLACES);

/**
 * Reads items `from`..`to` with one program and adds what it finds, shortest first and apart. A way is a place that the
 * reading has come to, and the item at which it began; of two to the same place the one that began first goes on.
 */
function findIn(
  program: Program,
  phrase: number,
  items: Items,
  from: number,
  to: number,
  found: Found[],
): void {
  let ways = 0;
  for (let at = from; at <= to; at++) {
    step++;
    [reached, before] = [before, reached];
    for (let way = 0; way < ways; way++) begunBefore[way] = begunAt[before[way] ?? 0] ?? at;
    let count = 0;
    let start = -1;
    for (let way = 0; way <= ways; way++) {
      const began = way < ways ? (begunBefore[way] ?? at) : at;
      const places = way < ways ? (program.follow[before[way] ?? 0] ?? []) : program.first;
      for (const place of places) {
        const taker = program.places[place];
        if (taker === undefined) continue;
        if (reachedIn[place] !== step) {
          if (!takes(taker, items, at)) continue;
          reachedIn[place] = step;
          begunAt[place] = began;
          reached[count++] = place;
        } else if (began < (begunAt[place] ?? began)) begunAt[place] = began;
        if (program.last[place] === 1 && (start < 0 || began < start)) start = began;
      }
    }
    ways = count;
    if (start < 0 || (program.after !== undefined && matchesAt(program.after, items, at + 1))) continue;
    found.push(withoutEdges(phrase, items, start, at));
    ways = 0;
  }
}

function withoutEdges(phrase: number, { kinds }: Items, start: number, end: number): Found {
  let first = start;
  let last = end;
  while (last > first && (kinds[last] ?? ITEM.word) >= ITEM.sentenceEdge) last--;
  while (first < last && (kinds[first] ?? ITEM.word) >= ITEM.sentenceEdge) first++;
  return { phrase, first, last };
}

function lookedUp(index: Index, key: number, word: string): number[] {
  const found = [...(index.whole.get(key) ?? [])];
  if (word.length < AFFIX_KEY) return found;
  for (const { letters, phrase } of index.beginning.get(word.slice(0, AFFIX_KEY)) ?? [])
    if (word.startsWith(letters)) found.push(phrase);
  for (const { letters, phrase } of index.ending.get(word.slice(-AFFIX_KEY)) ?? [])
    if (word.endsWith(letters)) found.push(phrase);
  return found;
}

/** What a word calls up, as a whole, by its beginning or by its end. */
function callsOf(book: PhraseBook, items: Items, at: number): Calls {
  const key = items.keys[at] ?? 0;
  const place = key & (KNOWN - 1);
  const known = book.knownCalls[place];
  if (known !== undefined && book.knownKeys[place] === key) return known;
  const word = wordAt(items, at);
  const calls = { anchors: lookedUp(book.anchors, key, word), helps: lookedUp(book.helpers, key, word) };
  book.knownKeys[place] = key;
  book.knownCalls[place] = calls;
  return calls;
}

/** Notes at which items each phrase must be looked for; gives the phrases that some word calls up. */
function noteCalls(book: PhraseBook, items: Items): { called: number[]; helped: number[] } {
  const called: number[] = [];
  const helped: number[] = [];
  const { kinds } = items;
  for (let at = 0; at < kinds.length; at++) {
    if (kinds[at] !== ITEM.word) continue;
    const { anchors, helps } = callsOf(book, items, at);
    for (const phrase of anchors) {
      const places = book.places[phrase];
      if (places === undefined) continue;
      if (places.length === 0) called.push(phrase);
      places.push(at);
    }
    for (const phrase of helps) {
      if (book.helped[phrase] === 1) continue;
      book.helped[phrase] = 1;
      helped.push(phrase);
    }
  }
  return { called, helped };
}

/** Reads one phrase around its anchors; stretches that overlap are read once. */
function readAround(
  program: Program,
  phrase: number,
  items: Items,
  places: readonly number[],
  found: Found[],
) {
  const end = items.kinds.length - 1;
  let from = -1;
  let to = -1;
  for (const at of places) {
    const start = Math.max(0, at - program.longest);
    if (start > to) {
      if (to >= 0) findIn(program, phrase, items, from, to, found);
      from = start;
    }
    to = Math.min(end, at + program.longest);
  }
  findIn(program, phrase, items, from, to, found);
}

/**
 * Every phrase of a book in a text. Each is read only around its anchors, and only when a helper of it is there as well,
 * so that time is linear in the text.
 */
export function findPhrases(book: PhraseBook, items: Items): Found[] {
  const found: Found[] = [];
  const { called, helped } = noteCalls(book, items);
  for (const phrase of called) {
    const program = book.programs[phrase];
    const places = book.places[phrase];
    if (program === undefined || places === undefined) continue;
    if (book.helped[phrase] === 1) readAround(program, phrase, items, places, found);
    places.length = 0;
  }
  for (const phrase of helped) book.helped[phrase] = 0;
  return found.length < 2
    ? found
    : found.sort((a, b) => a.first - b.first || a.last - b.last || a.phrase - b.phrase);
}
