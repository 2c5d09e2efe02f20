import { mixedHash } from "../reading/mixed-hash.ts";
import { hashOf, SHAPES, type Token } from "../reading/tokens.ts";
import { clusterOf, englishOf, firstNameOf, isGeneral, spanishOf, type WordFacts } from "../reading/words.ts";
import { wordsInside } from "./words-inside.ts";

/** From the first to the last token of a stretch that may be a handle: what is typed without a space. */
export interface HandleRun {
  readonly first: number;
  readonly last: number;
  /** How many known words a word that no list knows is made of, 0 for all others. */
  readonly words: number;
}

/** Weights are kept for this many features; several may share a place. */
export const HANDLE_FEATURE_BITS = 16;
const MASK = (1 << HANDLE_FEATURE_BITS) - 1;
const BEFORE = 8;
const AFTER = 6;
/** No run has more features than this. */
export const HANDLE_FEATURE_LIMIT = 40 + 3 * (BEFORE + AFTER);

const SHORTEST = 3;
const LONGEST = 38;
/** From this level on a word is too common to be taken for a handle. */
const TOO_COMMON = 11;
/** Without a word that speaks of handles, shorter ones are slips of the keyboard more often. */
const SHORTEST_UNTOLD = 7;
const EDGE = 0x9e3779b1;

const feature = (kind: number, a: number, b = 0, c = 0): number => mixedHash(kind + 301, a, b, c) & MASK;

const isSigned = (token: Token | undefined) => token !== undefined && token.shape >= SHAPES.sign;
/** Signs that stand inside of handles. */
const joins = (code: number) => code === 95 || code === 46 || code === 45;
const UNDERSCORE = 95;

/** The last token that goes on from `first` without a space. */
function lastOf(text: string, tokens: readonly Token[], first: number): number {
  let last = first;
  for (let next = first + 1; next < tokens.length; next++) {
    const token = tokens[next];
    if (token === undefined || token.start !== tokens[next - 1]?.end) break;
    if (!isSigned(token)) last = next;
    else if (!joins(text.charCodeAt(token.start))) break;
    else if (text.charCodeAt(token.start) === UNDERSCORE) last = next;
  }
  return last;
}

/** Whether a word is typed like one, and no list knows it. */
const isUnknown = (token: Token, facts: WordFacts) =>
  facts === 0 &&
  (token.shape === SHAPES.lower || token.shape === SHAPES.mixed || token.shape === SHAPES.capitalised);

/**
 * What may be a handle, in order and apart; common words by themselves, numbers and very short stretches may not. Unless
 * the text speaks of handles (`told`), only what is made of several words without a space may be one.
 */
export function handleRuns(
  text: string,
  tokens: readonly Token[],
  facts: readonly WordFacts[],
  told: boolean,
): HandleRun[] {
  const runs: HandleRun[] = [];
  for (let first = 0; first < tokens.length; first++) {
    const token = tokens[first];
    if (token === undefined) break;
    if (isSigned(token) && text.charCodeAt(token.start) !== UNDERSCORE) continue;
    const last = lastOf(text, tokens, first);
    const end = tokens[last]?.stemEnd ?? 0;
    const own = facts[first] ?? 0;
    const length = end - token.start;
    if (length >= SHORTEST && length <= LONGEST) {
      const alone = last === first;
      const mayHideWords = alone && length >= SHORTEST_UNTOLD && isUnknown(token, own);
      const words = mayHideWords ? wordsInside(text, token.start, end) : 0;
      const taken = alone
        ? words > 1 || (told && englishOf(own) < TOO_COMMON && token.shape !== SHAPES.digits)
        : told || length >= SHORTEST_UNTOLD;
      if (taken) runs.push({ first, last, words });
    }
    first = last;
  }
  return runs;
}

interface Look {
  readonly own: number;
  readonly known: number;
}

/** How a run looks by itself: letters, figures and signs, how long it is, and whether it is a word that is known. */
function lookAt(
  text: string,
  tokens: readonly Token[],
  facts: readonly WordFacts[],
  { first, last, words }: HandleRun,
): Look {
  const head = tokens[first];
  const start = head?.start ?? 0;
  const end = tokens[last]?.stemEnd ?? 0;
  let figures = 0;
  let signs = 0;
  for (let at = start; at < end; at++) {
    const code = text.charCodeAt(at);
    if (code >= 48 && code <= 57) figures++;
    else if (joins(code)) signs |= code === UNDERSCORE ? 2 : 1;
  }
  const facts0 = facts[first] ?? 0;
  const level = englishOf(facts0);
  const known =
    last > first
      ? 6
      : words > 1
        ? Math.min(5 + words, 9)
        : level > 6
          ? 5
          : level > 2
            ? 4
            : isGeneral(facts0)
              ? 3
              : firstNameOf(facts0) > 1
                ? 2
                : facts0 !== 0 || spanishOf(facts0) > 2
                  ? 1
                  : 0;
  const length = Math.min(3, (end - start) >> 2);
  const shape = head?.shape ?? SHAPES.sign;
  return { own: shape | (Math.min(figures, 3) << 4) | (signs << 6) | (length << 8) | (known << 10), known };
}

/** Words by which people give a handle, or the place where it is one: what stands near them counts more. */
const PLACES: ReadonlySet<number> = new Set(
  (
    "discord insta instagram ig snap snapchat tiktok tt twitter x telegram tg kik threads twitch tumblr psn xbox gamertag bluesky bsky mastodon reddit steam " +
    "facebook fb youtube yt strava goodreads pinterest spotify letterboxd patreon substack wattpad roblox minecraft fortnite venmo cashapp paypal zelle mumsnet skype " +
    "handle username user usuario account channel profile server forum"
  )
    .split(" ")
    .map(hashOf),
);

/** How far the nearest such word stands before and behind, 0 when there is none. */
function placeNear(tokens: readonly Token[], { first, last }: HandleRun): number {
  let before = 0;
  for (let at = first - 1; at >= Math.max(0, first - BEFORE) && before === 0; at--)
    if (PLACES.has(tokens[at]?.stem ?? 0)) before = Math.min(4, first - at);
  let after = 0;
  for (let at = last + 1; at <= Math.min(tokens.length - 1, last + AFTER) && after === 0; at++)
    if (PLACES.has(tokens[at]?.stem ?? 0)) after = Math.min(4, at - last);
  return before * 5 + after;
}

/** Writes the features of a run into `out` and returns how many there are: how it looks and what stands around it. */
export function handleFeatures(
  text: string,
  tokens: readonly Token[],
  facts: readonly WordFacts[],
  run: HandleRun,
  out: Int32Array,
): number {
  const { first, last } = run;
  const { own, known } = lookAt(text, tokens, facts, run);
  const near = placeNear(tokens, run);
  const stem = (at: number) => tokens[at]?.stem ?? EDGE;
  const group = (at: number) => clusterOf(facts[at] ?? 0);
  const edges = (first === 0 ? 1 : 0) | (last === tokens.length - 1 ? 2 : 0);
  const one = last === first ? (facts[first] ?? 0) : 0;
  let count = 0;
  const add = (template: number, a: number, b = 0, c = 0) => {
    out[count++] = feature(template, a, b, c);
  };
  add(0, own);
  add(1, own, near);
  add(2, near, edges);
  add(3, known, stem(first - 1));
  add(4, known, stem(last + 1));
  add(5, stem(first - 1));
  add(6, stem(last + 1));
  add(7, stem(first - 2), stem(first - 1));
  add(8, stem(last + 1), stem(last + 2));
  add(9, stem(first - 1), stem(last + 1));
  add(10, own, group(first - 1));
  add(11, known, group(last + 1));
  add(12, stem(first - 3), stem(first - 2), stem(first - 1));
  add(13, known, edges, near);
  add(14, stem(first - 1), near);
  add(15, stem(last + 1), near);
  add(16, englishOf(one), known);
  add(17, group(first), near);
  add(18, known, near, stem(first - 1));
  add(19, stem(first - 2), known);
  add(20, stem(last + 2), known);
  for (let at = Math.max(0, first - BEFORE); at < Math.min(tokens.length, last + 1 + AFTER); at++) {
    if (at >= first && at <= last) continue;
    const token = tokens[at];
    if (token === undefined || token.shape >= SHAPES.digits) continue;
    const side = at < first ? 0 : 1;
    add(21 + side, token.stem);
    add(23 + side, token.stem, known);
    if (PLACES.has(token.stem)) add(25 + side, token.stem, own);
  }
  return count;
}
