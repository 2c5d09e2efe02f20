import { mixedHash } from "../reading/mixed-hash.ts";
import { hashOnward, isShouted, SHAPES, type Token } from "../reading/tokens.ts";
import {
  beginsPlace,
  clusterOf,
  englishOf,
  factsOf,
  familyNameOf,
  firstNameOf,
  isCapitalised,
  isGeneral,
  isRareName,
  isRegion,
  placeOf,
  spanishOf,
  type WordFacts,
} from "../reading/words.ts";

/** Weights are kept for this many features; several may share a place. */
export const FEATURE_BITS = 18;
const MASK = (1 << FEATURE_BITS) - 1;

/** No token has more features than this. */
export const FEATURE_LIMIT = 48;

const COARSE_ENGLISH = [0, 1, 1, 1, 2, 2, 2, 3, 3, 4, 4, 5, 5, 6, 6, 7];
const COARSE_NAME = [0, 1, 1, 2, 2, 3, 3, 3];
const EDGE = 0x9e3779b1;
const LONGEST_PLACE = 4;

/** Casing of the whole message: as usual, all small, all large. */
export type Casing = 0 | 1 | 2;

function casingOf(tokens: readonly Token[]): Casing {
  if (isShouted(tokens)) return 2;
  let small = 0;
  for (const { shape } of tokens) {
    if (shape === SHAPES.capitalised || shape === SHAPES.mixed) return 0;
    if (shape === SHAPES.lower) small++;
  }
  return small > 2 ? 1 : 0;
}

/** What the features of a message's tokens are made of, looked up once. */
export interface Evidence {
  readonly text: string;
  readonly tokens: readonly Token[];
  readonly facts: readonly WordFacts[];
  /** Frequency, name, place and kind of each word in a few bits. */
  readonly kinds: readonly number[];
  /** 0, or a size for the tokens of a place of several words: 1..7 at its first, 8 more at the others. */
  readonly places: readonly number[];
  readonly casing: Casing;
}

function kindOf(facts: WordFacts): number {
  return (
    (COARSE_ENGLISH[englishOf(facts)] ?? 0) |
    ((COARSE_NAME[firstNameOf(facts)] ?? 0) << 3) |
    ((COARSE_NAME[familyNameOf(facts)] ?? 0) << 5) |
    ((COARSE_NAME[placeOf(facts)] ?? 0) << 7) |
    (isGeneral(facts) ? 1 << 9 : 0) |
    (isCapitalised(facts) ? 1 << 10 : 0) |
    (isRareName(facts) ? 1 << 11 : 0) |
    (isRegion(facts) ? 1 << 12 : 0) |
    (spanishOf(facts) > 3 ? 1 << 13 : 0)
  );
}

/** The last letters of a token, packed. */
function tailOf(text: string, token: Token): number {
  const end = token.stemEnd;
  let tail = 0;
  for (let at = Math.max(token.start, end - 3); at < end; at++)
    tail = (tail << 8) | (text.charCodeAt(at) | 32);
  return tail;
}

function placesOf(text: string, tokens: readonly Token[], facts: readonly WordFacts[]): number[] {
  const places = new Array<number>(tokens.length).fill(0);
  for (let first = 0; first < tokens.length; first++) {
    if (!beginsPlace(facts[first] ?? 0)) continue;
    const head = tokens[first];
    if (head === undefined) continue;
    let name = head.stem;
    let words = 1;
    for (let next = first + 1; next < tokens.length && words < LONGEST_PLACE; next++) {
      const token = tokens[next];
      if (token === undefined) break;
      if (token.shape === SHAPES.sign && text[token.start] === "-" && token.start === tokens[next - 1]?.end)
        continue;
      if (token.shape > SHAPES.initial) break;
      name = hashOnward(name, text, token);
      words++;
      const found = factsOf(name);
      const size = placeOf(found) || (isRegion(found) ? 7 : 0);
      if (size === 0) continue;
      for (let at = first; at <= next; at++)
        places[at] = Math.max(places[at] ?? 0, size + (at === first ? 0 : 8));
    }
  }
  return places;
}

/** Looks up all that the features need; `text` is folded and `tokens` are its tokens. */
export function evidenceOf(text: string, tokens: readonly Token[]): Evidence {
  const facts = tokens.map((token) => (token.shape <= SHAPES.initial ? factsOf(token.stem) : 0));
  return {
    text,
    tokens,
    facts,
    kinds: facts.map(kindOf),
    places: placesOf(text, tokens, facts),
    casing: casingOf(tokens),
  };
}

const feature = (kind: number, a: number, b = 0, c = 0): number => mixedHash(kind + 1, a, b, c) & MASK;

/** Writes the features of the token at `at` into `out` and returns how many there are. */
export function featuresAt(evidence: Evidence, at: number, out: Int32Array): number {
  const { tokens, kinds, facts, casing } = evidence;
  const token = tokens[at];
  if (token === undefined) return 0;
  const word = (offset: number) => tokens[at + offset]?.stem ?? EDGE;
  const shapeAt = (offset: number) => tokens[at + offset]?.shape ?? 15;
  const kindAt = (offset: number) => kinds[at + offset] ?? 0;
  const { shape } = token;
  const own = facts[at] ?? 0;
  const kind = kindAt(0);
  const tail = tailOf(evidence.text, token);
  const before = word(-1);
  const after = word(1);
  const cased = shape | (casing << 4);
  const possessive = token.stemEnd < token.end ? 1 : 0;
  const opens = at === 0 || shapeAt(-1) >= SHAPES.sign ? 1 : 0;
  let count = 0;
  const add = (template: number, a: number, b = 0, c = 0) => {
    out[count++] = feature(template, a, b, c);
  };
  add(0, cased);
  add(1, token.stem);
  add(2, token.stem, shape);
  add(3, cased, kind);
  add(4, cased, firstNameOf(own), familyNameOf(own));
  add(5, cased, englishOf(own), isCapitalised(own) ? 1 : 0);
  add(6, cased, placeOf(own), evidence.places[at]);
  add(7, cased, kind & 0xe07, opens);
  add(8, shape, spanishOf(own), englishOf(own));
  add(9, cased, kind, kindAt(-1) | (shapeAt(-1) << 16));
  add(10, cased, kind, kindAt(1) | (shapeAt(1) << 16));
  add(11, before, cased);
  add(12, after, cased);
  add(13, before, after);
  add(14, word(-2), before, shape);
  add(15, after, word(2), shape);
  add(16, before, kind, shape);
  add(17, after, kind, shape);
  add(18, word(-2), shape);
  add(19, word(2), shape);
  add(20, tail, shape);
  add(22, opens, cased, kind);
  add(23, possessive, cased, kind);
  add(24, shapeAt(-1), shape, shapeAt(1));
  add(27, word(-3), word(-2), before);
  add(28, before);
  add(29, after);
  add(32, shape, token.end - token.start);
  const groupAt = (offset: number) => clusterOf(facts[at + offset] ?? 0);
  add(33, groupAt(-1), cased);
  add(34, groupAt(1), cased);
  add(35, groupAt(-2), groupAt(-1), shape);
  add(37, groupAt(-1), kind, shape);
  add(38, groupAt(0), cased);
  return count;
}
