/** One word of a text, and how strongly it stands in its heading and in the rest: 0 to 1. */
export interface SketchWord {
  /** From Vault.wordIndex. */
  readonly key: string;
  readonly heading: number;
  readonly body: number;
}

/** A wording of something that the heading speaks of; `word` is a place in the list of words. */
export interface SketchWording {
  readonly word: number;
  readonly share: number;
  readonly adds: boolean;
}

export interface SketchNotion {
  readonly weight: number;
  readonly wordings: readonly SketchWording[];
}

/** All that is kept of a text to weigh it by: no word, only their keys. */
export interface Sketch {
  readonly words: readonly SketchWord[];
  readonly heading: readonly SketchNotion[];
}

/** More words than these are not kept: the header has two bytes for their number, and nothing is better found by them. */
export const LONGEST_LIST = 800;

// version 1 | words 2 | notions 1 | words: key 4 + 4, heading 1, body 1 | notions: weight 1, wordings 1, each: word 2, share 1
const VERSION = 1;
const HEADER = 4;
const WORD = 10;
const WORDING = 3;
const HALF_KEY = 6;
/** Shares are kept in hundredths, weights in twentieths. */
const SHARES = 100;
const WEIGHTS = 20;
const ADDS = 0x80;

const byte = (value: number, parts: number): number => Math.min(255, Math.round(value * parts));

export function packSketch({ words, heading }: Sketch): Uint8Array<ArrayBuffer> {
  const wordings = heading.reduce((sum, notion) => sum + notion.wordings.length, 0);
  const bytes = new Uint8Array(HEADER + words.length * WORD + heading.length * 2 + wordings * WORDING);
  const view = new DataView(bytes.buffer);
  view.setUint8(0, VERSION);
  view.setUint16(1, words.length);
  view.setUint8(3, heading.length);
  let at = HEADER;
  for (const word of words) {
    view.setUint32(at, Number.parseInt(word.key.slice(0, HALF_KEY), 32));
    view.setUint32(at + 4, Number.parseInt(word.key.slice(HALF_KEY), 32));
    view.setUint8(at + 8, byte(word.heading, SHARES));
    view.setUint8(at + 9, byte(word.body, SHARES));
    at += WORD;
  }
  for (const notion of heading) {
    view.setUint8(at, byte(notion.weight, WEIGHTS));
    view.setUint8(at + 1, notion.wordings.length);
    at += 2;
    for (const { word, share, adds } of notion.wordings) {
      view.setUint16(at, word);
      view.setUint8(at + 2, byte(share, SHARES) | (adds ? ADDS : 0));
      at += WORDING;
    }
  }
  return bytes;
}

/** A key as a number that is quick to compare: its first 52 bits. */
export function keyNumber(key: string): number {
  return numberOf(Number.parseInt(key.slice(0, HALF_KEY), 32), Number.parseInt(key.slice(HALF_KEY), 32));
}

const numberOf = (first: number, second: number): number => first * 2 ** 22 + (second >>> 8);

function viewOf(bytes: Uint8Array): DataView {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (view.getUint8(0) !== VERSION) throw new Error("a search entry was written by another version");
  return view;
}

/**
 * Looks through the words of a sketch without making anything of those that are not wanted: hundreds are weighed for one
 * search. Throws when the bytes are no sketch of this version: then the text has to be indexed anew.
 */
export function eachWord(
  bytes: Uint8Array,
  visit: (word: number, place: number, heading: number, body: number) => void,
): void {
  const view = viewOf(bytes);
  const count = view.getUint16(1);
  for (let place = 0, at = HEADER; place < count; place++, at += WORD)
    visit(
      numberOf(view.getUint32(at), view.getUint32(at + 4)),
      place,
      view.getUint8(at + 8) / SHARES,
      view.getUint8(at + 9) / SHARES,
    );
}

/** What the heading speaks of. Throws as eachWord does. */
export function headingOf(bytes: Uint8Array): SketchNotion[] {
  const view = viewOf(bytes);
  let at = HEADER + view.getUint16(1) * WORD;
  return Array.from({ length: view.getUint8(3) }, () => {
    const weight = view.getUint8(at) / WEIGHTS;
    const count = view.getUint8(at + 1);
    at += 2;
    const wordings = Array.from({ length: count }, () => {
      const share = view.getUint8(at + 2);
      const wording = { word: view.getUint16(at), share: (share & ~ADDS) / SHARES, adds: share >= ADDS };
      at += WORDING;
      return wording;
    });
    return { weight, wordings };
  });
}

/** Throws as eachWord does. */
export function unpackSketch(bytes: Uint8Array): Sketch {
  const view = viewOf(bytes);
  const half = (at: number) => view.getUint32(at).toString(32).padStart(HALF_KEY, "0");
  const words: SketchWord[] = [];
  eachWord(bytes, (_, place, heading, body) => {
    const at = HEADER + place * WORD;
    words.push({ key: half(at) + half(at + 4), heading, body });
  });
  return { words, heading: headingOf(bytes) };
}
