import { isInPlaceholders, type PlaceholderBook } from "../placeholders.ts";
import { type Folded, foldForms } from "../reading/fold.ts";
import { type Token, tokensOf } from "../reading/tokens.ts";
import type { Identifier, RemovedIdentifier } from "../screening.ts";
import { settleOverlaps } from "./candidate.ts";
import { findIdentifiers } from "./find-identifiers.ts";

/** What is left of a text, and what stood where in it. */
export interface Removal {
  readonly identifiers: readonly RemovedIdentifier[];
  readonly scrubbed: string;
}

/** How often what is left is read again; a second time is hardly ever needed. */
const MOST_ROUNDS = 6;
/** So many characters are looked through for other places of what was removed. */
const SWEEP_LIMIT = 20_000_000;

const PART_OF_WORD = /[\p{L}\p{N}\p{M}]/u;
/** What is so long and holds a digit or an @ points at somebody inside of another word as well; "Al" in "always" does not. */
const TELLING = /^(?=.*[\d@]).{6,}$/su;
/** Elsewhere the same words are something else: "91 mg" and "May I". */
const ONLY_WHERE_FOUND: ReadonlySet<Identifier["type"]> = new Set(["AGE90", "DATE"]);

/** The stretch of letters and digits around a stretch of the text: half a word left standing tells the other half. */
function wholeWords(text: string, start: number, end: number): { start: number; end: number } {
  let from = start;
  let to = end;
  while (from > 0 && PART_OF_WORD.test(text.charAt(from - 1)) && PART_OF_WORD.test(text.charAt(from))) from--;
  while (to < text.length && PART_OF_WORD.test(text.charAt(to)) && PART_OF_WORD.test(text.charAt(to - 1)))
    to++;
  return { start: from, end: to };
}

/** Whether a stretch is no part of a longer word, once what is removed has gone; that begins and ends at `edges`. */
function standsAlone(text: string, start: number, end: number, edges: ReadonlySet<number>): boolean {
  const { start: from, end: to } = wholeWords(text, start, end);
  return (from === start || edges.has(start)) && (to === end || edges.has(end));
}

/**
 * Adds the other places where the text of an identifier stands: as a word of its own, and for numbers and addresses
 * inside of another word too.
 */
function swept(text: string, found: readonly Identifier[]): readonly Identifier[] {
  const types = new Map(found.map(({ start, end, type }) => [text.slice(start, end), type]));
  if (types.size * text.length > SWEEP_LIMIT) return found;
  const edges = new Set(found.flatMap(({ start, end }) => [start, end]));
  const more: Identifier[] = [];
  let next = 0;
  for (const [value, type] of types) {
    const telling = TELLING.test(value);
    if (!telling && ONLY_WHERE_FOUND.has(type)) continue;
    next = 0;
    for (let at = text.indexOf(value); at >= 0; at = text.indexOf(value, at + 1)) {
      while ((found[next]?.end ?? Number.POSITIVE_INFINITY) <= at) next++;
      const own = found[next];
      if (own !== undefined && own.start <= at && own.end >= at + value.length) continue;
      const end = at + value.length;
      if (telling) {
        const whole = wholeWords(text, at, end);
        more.push({ ...whole, type });
        // The rest of the word is gone with it.
        at = whole.end - 1;
      } else if (standsAlone(text, at, end, edges)) more.push({ start: at, end, type });
    }
  }
  return more.length === 0 ? found : settleOverlaps([...found, ...more]);
}

interface Left {
  readonly text: string;
  /** Where each stretch of the text stands in what is left, in order. */
  readonly pieces: readonly { readonly from: number; readonly to: number; readonly at: number }[];
  readonly identifiers: readonly RemovedIdentifier[];
}

function leftOf(text: string, found: readonly Identifier[], book: PlaceholderBook): Left {
  let left = "";
  let at = 0;
  const pieces: { from: number; to: number; at: number }[] = [];
  const identifiers: RemovedIdentifier[] = [];
  const keep = (to: number) => {
    if (to > at) pieces.push({ from: at, to, at: left.length });
    left += text.slice(at, to);
  };
  for (const { start, end, type } of found) {
    keep(start);
    const placeholder = book.placeholderFor(type, text.slice(start, end));
    identifiers.push({ start, end, type, placeholder });
    left += placeholder;
    at = end;
  }
  keep(text.length);
  return { text: left, pieces, identifiers };
}

/** The piece that begins last at or before a place in what is left. */
function pieceAt({ pieces }: Left, place: number) {
  let low = 0;
  let high = pieces.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((pieces[middle]?.at ?? 0) <= place) low = middle + 1;
    else high = middle;
  }
  return pieces[low - 1];
}

/** Where a stretch of what is left stands in the text; it lies inside one piece, or spans what was removed. */
function inText(left: Left, start: number, end: number): { start: number; end: number } | undefined {
  const first = pieceAt(left, start);
  const last = pieceAt(left, end - 1);
  if (first === undefined || last === undefined) return undefined;
  return { start: first.from + start - first.at, end: Math.min(last.to, last.from + end - last.at) };
}

/** A book that forgets what it is told: each round numbers anew. */
type Books = () => PlaceholderBook;

/** Whether a stretch is a published number, which names nobody; the digits of a plain number are looked up. */
function isPublished(text: string, publicNumbers: ReadonlySet<string>): boolean {
  return /^[\d +().-]+$/.test(text) && publicNumbers.has(text.replace(/\D/g, ""));
}

const NONE: ReadonlySet<string> = new Set();

/**
 * Finds all identifiers of a text and puts placeholders in their place, again until nothing more is found in what is left:
 * what was removed changes what the words beside it look like. What is left holds no removed text as a word of its own,
 * and no removed number or address at all. `books` gives a book that knows the conversation so far; `publicNumbers` stay.
 */
export function removeIdentifiers(
  text: string,
  forms: Folded,
  tokens: readonly Token[],
  books: Books,
  publicNumbers: ReadonlySet<string> = NONE,
): Removal {
  const mayStand = (part: string) => isInPlaceholders(part) || isPublished(part, publicNumbers);
  let found = findIdentifiers(forms, tokens).filter((one) => !mayStand(text.slice(one.start, one.end)));
  let left: Left = { text, pieces: [], identifiers: [] };
  for (let round = 0; round < MOST_ROUNDS && found.length > 0; round++) {
    const all = swept(text, found);
    left = leftOf(text, all, books());
    const again = foldForms(left.text);
    const more = findIdentifiers(again, tokensOf(again.text)).flatMap(({ start, end, type }) => {
      const place = inText(left, start, end);
      if (place === undefined || place.end <= place.start) return [];
      return mayStand(text.slice(place.start, place.end)) ? [] : [{ ...place, type }];
    });
    if (more.length === 0) break;
    found = settleOverlaps([...all, ...more]);
  }
  return { identifiers: left.identifiers, scrubbed: left.text };
}
