import { ITEM, type Items, numberAt } from "../reading/items.ts";
import { wordKey } from "./phrase.ts";
import { MOST_PLACES, type Place, type Program, TAKES } from "./program.ts";

/** A phrase that was found: which one, and its first and last item, edges left out. */
export interface Found {
  readonly phrase: number;
  readonly first: number;
  readonly last: number;
}

/** Phrases ready to be looked for all at once: which of them each word calls up. */
export interface PhraseBook {
  readonly programs: readonly Program[];
  readonly byWord: ReadonlyMap<number, readonly number[]>;
  /** By the first or the last three letters of a word. */
  readonly byBeginning: ReadonlyMap<string, readonly Affix[]>;
  readonly byEnding: ReadonlyMap<string, readonly Affix[]>;
  /** Words that were met before, by key, with the phrases that each calls up: what the maps above say, kept. */
  readonly known: Map<number, readonly number[]>;
}

interface Affix {
  readonly letters: string;
  readonly phrase: number;
}

const AFFIX_KEY = 3;

function pushed<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const values = map.get(key);
  if (values === undefined) map.set(key, [value]);
  else values.push(value);
}

/** Makes programs ready; a phrase that is found is known by its place in `programs`. */
export function bookOf(programs: readonly Program[]): PhraseBook {
  const byWord = new Map<number, number[]>();
  const byBeginning = new Map<string, Affix[]>();
  const byEnding = new Map<string, Affix[]>();
  programs.forEach(({ anchors }, phrase) => {
    for (const word of new Set(anchors.words)) pushed(byWord, wordKey(word), phrase);
    for (const letters of anchors.begins)
      pushed(byBeginning, letters.slice(0, AFFIX_KEY), { letters, phrase });
    for (const letters of anchors.ends) pushed(byEnding, letters.slice(-AFFIX_KEY), { letters, phrase });
  });
  return { programs, byWord, byBeginning, byEnding, known: new Map() };
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

/** For each place of the program that is read, in which step it was reached and where in the list of ways it stands. */
const reachedIn = new Float64Array(MOST_PLACES);
const reachedAs = new Int32Array(MOST_PLACES);
let step = 0;

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
  let ways: number[] = [];
  let begun: number[] = [];
  for (let at = from; at <= to; at++) {
    step++;
    const next: number[] = [];
    const nextBegun: number[] = [];
    let start = -1;
    const take = (place: number, began: number) => {
      const taker = program.places[place];
      if (taker === undefined) return;
      if (reachedIn[place] === step) {
        const way = reachedAs[place] ?? 0;
        if (began < (nextBegun[way] ?? began)) nextBegun[way] = began;
      } else {
        if (!takes(taker, items, at)) return;
        reachedIn[place] = step;
        reachedAs[place] = next.length;
        next.push(place);
        nextBegun.push(began);
      }
      if (program.last[place] === 1 && (start < 0 || began < start)) start = began;
    };
    for (let way = 0; way < ways.length; way++) {
      const began = begun[way] ?? at;
      for (const place of program.follow[ways[way] ?? 0] ?? []) take(place, began);
    }
    for (const place of program.first) take(place, at);
    ways = next;
    begun = nextBegun;
    if (start < 0 || (program.after !== undefined && matchesAt(program.after, items, at + 1))) continue;
    found.push(withoutEdges(phrase, items, start, at));
    ways = [];
  }
}

function withoutEdges(phrase: number, { kinds }: Items, start: number, end: number): Found {
  let first = start;
  let last = end;
  while (last > first && (kinds[last] ?? ITEM.word) >= ITEM.sentenceEdge) last--;
  while (first < last && (kinds[first] ?? ITEM.word) >= ITEM.sentenceEdge) first++;
  return { phrase, first, last };
}

/** So many words are kept, then none. */
const KNOWN_LIMIT = 20_000;

/** The phrases that a word calls up, as a whole, by its beginning or by its end. */
function calledBy(book: PhraseBook, items: Items, at: number): readonly number[] {
  const key = items.keys[at] ?? 0;
  const before = book.known.get(key);
  if (before !== undefined) return before;
  const word = wordAt(items, at);
  const called = [...(book.byWord.get(key) ?? [])];
  if (word.length >= AFFIX_KEY) {
    for (const { letters, phrase } of book.byBeginning.get(word.slice(0, AFFIX_KEY)) ?? [])
      if (word.startsWith(letters)) called.push(phrase);
    for (const { letters, phrase } of book.byEnding.get(word.slice(-AFFIX_KEY)) ?? [])
      if (word.endsWith(letters)) called.push(phrase);
  }
  if (book.known.size >= KNOWN_LIMIT) book.known.clear();
  book.known.set(key, called);
  return called;
}

/** Where each phrase that some word calls up must be looked for. */
function callsOf(book: PhraseBook, items: Items): Map<number, number[]> {
  const calls = new Map<number, number[]>();
  const { kinds } = items;
  for (let at = 0; at < kinds.length; at++)
    if (kinds[at] === ITEM.word) for (const phrase of calledBy(book, items, at)) pushed(calls, phrase, at);
  return calls;
}

/**
 * Every phrase of a book in a text. Each is read only around the words that call it up, and what overlaps is read
 * once, so that time is linear in the text.
 */
export function findPhrases(book: PhraseBook, items: Items): Found[] {
  const found: Found[] = [];
  const end = items.kinds.length - 1;
  for (const [phrase, calls] of callsOf(book, items)) {
    const program = book.programs[phrase];
    if (program === undefined) continue;
    let from = -1;
    let to = -1;
    for (const at of calls) {
      const start = Math.max(0, at - program.longest);
      if (start > to) {
        if (to >= 0) findIn(program, phrase, items, from, to, found);
        from = start;
      }
      to = Math.min(end, at + program.longest);
    }
    findIn(program, phrase, items, from, to, found);
  }
  return found.sort((a, b) => a.first - b.first || a.last - b.last || a.phrase - b.phrase);
}
