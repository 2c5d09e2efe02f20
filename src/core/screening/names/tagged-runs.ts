import { hashOf, isWord, SHAPES, type Token } from "../reading/tokens.ts";
import type { Evidence } from "./features.ts";
import { ADDRESS, FACILITY, PERSON } from "./tagger.ts";
import { isOwnTitle, isTitled } from "./titles.ts";

/** From the first to the last token of what has one tag. */
export interface TaggedRun {
  first: number;
  last: number;
  readonly tag: number;
}

const I = hashOf("i");

/** What stands between two words of one name: a space, a hyphen, an initial's dot. */
const IN_NAME = /^(?: | ?- ?|\. ?)$/;
/** In the name of a facility small words and signs do too: "Foot & Ankle", "Mercy of the Plains". */
const IN_FACILITY = /^(?: (?:(?:&|and|of(?: the)?|for|at|de(?: la| los)?|del) )?|['\u2019]?s |\. ?|-)$/;

/** Parts of an address stand over commas: "Quarrel Court, Mill Lane". */
const IN_ADDRESS = /^(?:,? ?|\.,? ?| (?:&|and) |-| (?:#|no\.?) ?)$/;
const insideOf = (tag: number) => (tag === FACILITY ? IN_FACILITY : tag === ADDRESS ? IN_ADDRESS : IN_NAME);

/** From the first to the last token of a run with one tag; what may stand inside of a name does not end it. */
export function taggedRuns({ tokens }: Evidence, tags: Uint8Array, text: string): TaggedRun[] {
  const found: TaggedRun[] = [];
  for (let at = 0; at < tokens.length; at++) {
    const now = tags[at] ?? 0;
    if (now === 0) continue;
    const open = found.at(-1);
    const token = tokens[at];
    const last = open === undefined ? undefined : tokens[open.last];
    const near = now >= FACILITY ? 3 : 2;
    const joined = token !== undefined && last !== undefined && open?.tag === now && at - open.last <= near;
    const gap = joined ? text.slice(last.stemEnd, token.start) : "no";
    const inside = insideOf(now).test(gap);
    if (
      open !== undefined &&
      joined &&
      inside &&
      (!gap.startsWith(".") || last.shape === SHAPES.initial || now >= FACILITY)
    )
      open.last = at;
    else found.push({ first: at, last: at, tag: now });
  }
  return found;
}

/**
 * Takes what belongs to a run into it: titles, initials, the other half of a double name, the number of a house. It goes
 * back to the token `floor`, the last one of the run before, at the most: time is linear in the text.
 */
export function withNeighbours({ tokens }: Evidence, text: string, run: TaggedRun, floor: number): void {
  for (let moved = true; moved && run.first > floor; ) {
    moved = false;
    const before = tokens[run.first - 1];
    const first = tokens[run.first];
    if (first === undefined) return;
    const hyphen = text.charAt(first.start - 1) === "-" && tokens[run.first - 2]?.end === first.start - 1;
    if (hyphen && isWord(tokens[run.first - 2])) {
      run.first -= 2;
      moved = true;
    } else if (run.tag === PERSON && isWord(before) && isOwnTitle(before) && before.end === first.start - 1) {
      run.first -= 1;
      moved = true;
    } else if (
      run.tag === PERSON &&
      text.charAt(before?.start ?? 0) === "." &&
      (isTitled(tokens[run.first - 2]) || isInitialBefore(tokens, run.first))
    ) {
      run.first -= 2;
      moved = true;
    }
  }
  if (run.tag === ADDRESS) withNumbers(tokens, text, run);
  const last = tokens[run.last];
  const sign = tokens[run.last + 1];
  const next = tokens[run.last + 2];
  if (
    last &&
    sign &&
    next &&
    isWord(next) &&
    text.charAt(sign.start) === "-" &&
    sign.start === last.end &&
    next.start === sign.end
  )
    run.last += 2;
  if (run.tag === PERSON && isInitialAfter(tokens, text, run.last)) run.last += 1;
}

const hasFigures = (token: Token | undefined) =>
  token?.shape === SHAPES.digits || token?.shape === SHAPES.alphanumeric;

/** The number of a house or a road before or behind the words of an address. */
function withNumbers(tokens: readonly Token[], text: string, run: TaggedRun): void {
  const first = tokens[run.first];
  const before = tokens[run.first - 1];
  if (first !== undefined && before !== undefined && hasFigures(before) && first.start - before.end < 2)
    run.first--;
  const last = tokens[run.last];
  let next = run.last + 1;
  if (/[,#]/.test(text.charAt(tokens[next]?.start ?? 0))) next++;
  const after = tokens[next];
  if (last !== undefined && after !== undefined && hasFigures(after) && after.start - last.end < 3)
    run.last = next;
}

/** "T. Grabowski": the initial stands right before the dot, and the dot a space at most before the name. */
function isInitialBefore(tokens: readonly Token[], first: number): boolean {
  const [initial, dot, name] = [tokens[first - 2], tokens[first - 1], tokens[first]];
  if (initial?.shape !== SHAPES.initial || dot === undefined || name === undefined) return false;
  return initial.end === dot.start && name.start - dot.end <= 1;
}

/** Letters that people type for words: "n" for "and", "u", "r", "w". */
const LETTER_WORDS = new Set([..."aiunrwbckxyo"].map(hashOf));

/** "Joan K", "tess h.", "josh m": a letter after a name that is no word. */
function isInitialAfter(tokens: readonly Token[], text: string, last: number): boolean {
  const [name, letter] = [tokens[last], tokens[last + 1]];
  if (name === undefined || letter === undefined || letter.start !== name.end + 1) return false;
  if (letter.end - letter.start !== 1 || letter.shape >= SHAPES.digits) return false;
  if (letter.shape === SHAPES.initial) return letter.stem !== I;
  return name.shape === SHAPES.lower && (text.charAt(letter.end) === "." || !LETTER_WORDS.has(letter.stem));
}
