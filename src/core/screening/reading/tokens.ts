/** What a token looks like; the numbers are features of the trained tables and must not change without training. */
export const SHAPES = {
  lower: 0,
  capitalised: 1,
  capitals: 2,
  mixed: 3,
  initial: 4,
  digits: 5,
  alphanumeric: 6,
  sign: 7,
  lineBreak: 8,
} as const;

export type Shape = (typeof SHAPES)[keyof typeof SHAPES];

/** A word, a number or a sign of a folded text. Offsets are UTF-16 units of the folded text. */
export interface Token {
  readonly start: number;
  readonly end: number;
  readonly shape: Shape;
  /** Hash of the word in lower case and without apostrophes ("don't" is "dont"); of the text itself for the rest. */
  readonly hash: number;
  /** Hash of the word without a final 's, so that "Rosa's" is known as "rosa". */
  readonly stem: number;
  readonly stemEnd: number;
}

export interface WordToken extends Token {
  readonly shape: 0 | 1 | 2 | 3 | 4;
}

/** Whether a token is a word of letters, whatever its case. */
export const isWord = (token: Token | undefined): token is WordToken =>
  token !== undefined && token.shape <= SHAPES.initial;

const HASH_START = 0x811c9dc5;
const HASH_PRIME = 0x01000193;
const APOSTROPHE = 39;

const mixed = (hash: number, code: number) => Math.imul(hash ^ code, HASH_PRIME);

/** The hash (FNV-1a, 32 bits) by which the tables know a word; give it in lower case. */
export function hashOf(word: string): number {
  let hash = HASH_START;
  for (let at = 0; at < word.length; at++) {
    const code = word.charCodeAt(at);
    if (code !== APOSTROPHE) hash = mixed(hash, code);
  }
  return hash >>> 0;
}

/** The hash of a stretch of a text, letters of ASCII in lower case, without making a string of it. */
export function hashCodes(text: string, start: number, end: number): number {
  let hash = HASH_START;
  for (let at = start; at < end; at++) {
    const code = text.charCodeAt(at);
    hash = mixed(hash, code >= 65 && code <= 90 ? code | 32 : code);
  }
  return hash >>> 0;
}

const NONE = 0;
const SMALL = 1;
const LARGE = 2;
const DIGIT = 3;

const ASCII_KIND = new Uint8Array(128);
for (let code = 0; code < 26; code++) {
  ASCII_KIND[97 + code] = SMALL;
  ASCII_KIND[65 + code] = LARGE;
}
for (let code = 48; code < 58; code++) ASCII_KIND[code] = DIGIT;

function kindAt(text: string, at: number): number {
  const code = text.charCodeAt(at);
  if (code < 128) return ASCII_KIND[code] ?? NONE;
  const char = text.charAt(at);
  if (/\p{Lu}/u.test(char)) return LARGE;
  if (/\p{L}/u.test(char)) return SMALL;
  return /\p{Nd}/u.test(char) ? DIGIT : NONE;
}

function shapeOf(letters: number, large: number, digits: number, firstLarge: boolean): Shape {
  if (digits > 0) return SHAPES.alphanumeric;
  if (large === 0) return SHAPES.lower;
  if (large === letters) return letters === 1 ? SHAPES.initial : SHAPES.capitals;
  return firstLarge && large === 1 ? SHAPES.capitalised : SHAPES.mixed;
}

function readWord(text: string, start: number): Token {
  let at = start;
  let hash = HASH_START;
  let stem = 0;
  let stemEnd = 0;
  let letters = 0;
  let large = 0;
  let digits = 0;
  for (; at < text.length; at++) {
    const code = text.charCodeAt(at);
    const kind = code < 128 ? (ASCII_KIND[code] ?? NONE) : kindAt(text, at);
    if (kind === SMALL) letters++;
    else if (kind === LARGE) {
      letters++;
      large++;
    } else if (kind === DIGIT) digits++;
    else {
      if (code !== APOSTROPHE || at + 1 >= text.length || kindAt(text, at + 1) === NONE) break;
      stem = hash;
      stemEnd = at;
      continue;
    }
    hash = mixed(hash, code < 128 ? (kind === LARGE ? code | 32 : code) : lowerCode(text, at));
  }
  const possessive = stemEnd > 0 && stemEnd === at - 2 && (text.charCodeAt(at - 1) | 32) === 115;
  const firstLarge = large > 0 && kindAt(text, start) === LARGE;
  return {
    start,
    end: at,
    shape: shapeOf(possessive ? letters - 1 : letters, large, digits, firstLarge),
    hash: hash >>> 0,
    stem: (possessive ? stem : hash) >>> 0,
    stemEnd: possessive ? stemEnd : at,
  };
}

function lowerCode(text: string, at: number): number {
  return text.charAt(at).toLowerCase().charCodeAt(0);
}

function readNumber(text: string, start: number): Token {
  let at = start;
  let hash = HASH_START;
  while (at < text.length) {
    const kind = kindAt(text, at);
    const code = text.charCodeAt(at);
    const joins = (code === 46 || code === 44) && kindAt(text, at + 1) === DIGIT;
    if (kind !== DIGIT && !joins) break;
    hash = mixed(hash, code);
    at++;
  }
  return { start, end: at, shape: SHAPES.digits, hash: hash >>> 0, stem: hash >>> 0, stemEnd: at };
}

/** The tokens of a folded text in order; spaces are none. Linear in the text. */
export function tokensOf(text: string): Token[] {
  const tokens: Token[] = [];
  let at = 0;
  while (at < text.length) {
    const code = text.charCodeAt(at);
    if (code === 32) {
      at++;
      continue;
    }
    const kind = kindAt(text, at);
    let token: Token;
    if (kind === DIGIT) token = readNumber(text, at);
    else if (kind !== NONE) token = readWord(text, at);
    else {
      const hash = mixed(HASH_START, code) >>> 0;
      const shape = code === 10 ? SHAPES.lineBreak : SHAPES.sign;
      token = { start: at, end: at + 1, shape, hash, stem: hash, stemEnd: at + 1 };
    }
    tokens.push(token);
    at = token.end;
  }
  return tokens;
}

/** Whether a text is written in capitals throughout. */
export function isShouted(tokens: readonly Token[]): boolean {
  let capitals = 0;
  let others = 0;
  for (const { shape } of tokens) {
    if (shape === SHAPES.capitals) capitals++;
    else if (shape < SHAPES.initial) others++;
  }
  return capitals > 2 && capitals > 3 * others;
}

/**
 * The tokens of a text in which some stretches are already known for what they are: each becomes one sign, known by
 * the hash of its kind. `stretches` are in order and apart.
 */
export function tokensBetween(
  all: readonly Token[],
  stretches: readonly { readonly start: number; readonly end: number; readonly type: string }[],
): Token[] {
  const tokens: Token[] = [];
  let next = 0;
  for (const token of all) {
    while ((stretches[next]?.end ?? Number.POSITIVE_INFINITY) <= token.start) next++;
    const stretch = stretches[next];
    if (stretch === undefined || stretch.start >= token.end) {
      tokens.push(token);
      continue;
    }
    if ((tokens.at(-1)?.end ?? -1) >= stretch.end) continue;
    const hash = hashOf(`~${stretch.type}`);
    const { start, end } = stretch;
    tokens.push({ start, end, shape: SHAPES.sign, hash, stem: hash, stemEnd: end });
  }
  return tokens;
}

/** The hash of several words: goes on from the hash of the first ones with a space and the word of a token. */
export function hashOnward(hash: number, text: string, token: Token): number {
  let on = mixed(hash, 32);
  for (let at = token.start; at < token.stemEnd; at++) {
    const code = text.charCodeAt(at);
    if (code === APOSTROPHE) continue;
    const kind = code < 128 ? (ASCII_KIND[code] ?? NONE) : kindAt(text, at);
    on = mixed(on, kind === LARGE ? (code < 128 ? code | 32 : lowerCode(text, at)) : code);
  }
  return on >>> 0;
}

/** The word of a token in lower case, as `hashOf` takes it. */
export function wordOf(text: string, token: Token): string {
  return text.slice(token.start, token.stemEnd).toLowerCase().replaceAll("'", "");
}
