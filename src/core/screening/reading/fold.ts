/** A folded text and, for each of its UTF-16 units, where that unit came from in the input; without these, the same place. */
export interface Folded {
  readonly text: string;
  readonly starts?: readonly number[];
  readonly ends?: readonly number[];
}

export interface Span {
  readonly start: number;
  readonly end: number;
}

/** Zero-width, bidi, tag, variation and other characters that are not seen, and all combining marks. */
const UNSEEN = /^[\p{M}\p{Default_Ignorable_Code_Point}\p{Cf}[\p{Cc}--\s]]$/v;
const DASHES = /^[\u2010-\u2015\u2212\uFE58\uFE63\uFF0D\u00AD\u2043]$/u;
const QUOTES = /^[\u2018\u2019\u201B\u02BC\u2032\u00B4`\uFF07]$/u;
const DOUBLE_QUOTES = /^[\u201C-\u201F\u2033\uFF02\u00AB\u00BB]$/u;
const SPACES = /^[\p{Zs}\t\v\f\u2028\u2029]$/u;
const DOTS = /^[\u00B7\u2022\u3002\uFF61\uFE52\uFF0E\u2024]$/u;
/** The zero of each decimal digit block that people may type instead of 0-9; full width is NFKD's work. */
const ZEROS = [
  0x660, 0x6f0, 0x7c0, 0x966, 0x9e6, 0xa66, 0xae6, 0xb66, 0xbe6, 0xc66, 0xce6, 0xd66, 0xe50, 0xed0,
];
/** Cyrillic and Greek letters that look like a Latin one: enough that a link or a word cannot hide behind them. */
const LOOK_ALIKES: Readonly<Record<string, string>> = Object.fromEntries(
  [
    ["аеорсухіјѕԁһԛԝԍ", "aeopcyxijsdhqwg"],
    ["АВЕКМНОРСТУХІЈЅ", "ABEKMHOPCTYXIJS"],
    ["οινκατ", "oivkat"],
    ["ΑΒΕΖΗΙΚΜΝΟΡΤΥΧ", "ABEZHIKMNOPTYX"],
  ].flatMap(([from = "", to = ""]) => [...from].map((letter, i) => [letter, to.charAt(i)])),
);

function foldOne(char: string): string {
  if (UNSEEN.test(char)) return "";
  if (SPACES.test(char)) return " ";
  if (DASHES.test(char)) return "-";
  if (QUOTES.test(char)) return "'";
  if (DOUBLE_QUOTES.test(char)) return '"';
  if (DOTS.test(char)) return ".";
  const code = char.codePointAt(0) ?? 0;
  const zero = ZEROS.find((first) => code >= first && code < first + 10);
  if (zero !== undefined) return String(code - zero);
  const plain = LOOK_ALIKES[char];
  if (plain !== undefined) return plain;
  const wide = char.normalize("NFKD");
  if (wide.length === 1) return wide;
  return [...wide].map((part) => (UNSEEN.test(part) ? "" : part === "\u2044" ? "/" : part)).join("");
}

/** What single characters fold to; the same few come again and again. */
const KNOWN_LIMIT = 4096;
const known = new Map<string, string>();

function folded(char: string): string {
  const before = known.get(char);
  if (before !== undefined) return before;
  const plain = foldOne(char);
  if (known.size >= KNOWN_LIMIT) known.clear();
  known.set(char, plain);
  return plain;
}

const SPACE = 32;
const NEW_LINE = 10;
const LAST_PLAIN = 126;

/** Whether a unit of a text stays as it is: plain, and no second space in a row. */
function stays(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  if (code === SPACE) return at === 0 || text.charCodeAt(at - 1) !== SPACE;
  return (code > SPACE && code <= LAST_PLAIN) || code === NEW_LINE;
}

function firstToFold(text: string): number {
  for (let at = 0; at < text.length; at++) if (!stays(text, at)) return at;
  return -1;
}

/**
 * The text as a reader sees it, for finding identifiers: full-width and other look-alike forms become plain
 * ones, unseen characters, accents and all but one of several spaces go. Case and line breaks stay. Never throws, linear
 * in the input.
 */
export function foldForms(text: string): Folded {
  const first = firstToFold(text);
  if (first < 0) return { text };
  const starts: number[] = [];
  const ends: number[] = [];
  let plainText = text.slice(0, first);
  // To ask a string that grows how it ends would take as long as it is.
  let spaced = plainText.endsWith(" ");
  let inPlace = true;
  for (let at = 0; at < first; at++) {
    starts.push(at);
    ends.push(at + 1);
  }
  for (let at = first; at < text.length; ) {
    const char = stays(text, at) ? text.charAt(at) : String.fromCodePoint(text.codePointAt(at) ?? 0);
    const own = folded(char);
    const plain = own === " " && spaced ? "" : own;
    if (plain !== "") spaced = plain.endsWith(" ");
    if (plain.length !== char.length) inPlace = false;
    for (let unit = 0; unit < plain.length; unit++) {
      starts.push(at);
      ends.push(at + char.length);
    }
    plainText += plain;
    at += char.length;
  }
  return inPlace ? { text: plainText } : { text: plainText, starts, ends };
}

/** Where a stretch of a folded text lies in the input; an empty stretch gives an empty span. */
export function spanInInput(folded: Folded, start: number, end: number): Span {
  if (end <= start) return { start: 0, end: 0 };
  if (folded.starts === undefined || folded.ends === undefined) return { start, end };
  return { start: folded.starts[start] ?? 0, end: folded.ends[end - 1] ?? 0 };
}
