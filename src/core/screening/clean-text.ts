const GRAPHEMES = new Intl.Segmenter("en", { granularity: "grapheme" });
const SENTENCES = new Intl.Segmenter("en", { granularity: "sentence" });
const WORDS = new Intl.Segmenter("en", { granularity: "word" });

/** C0 and C1 but the line feed, bidi controls, tags, and what takes no width and carries no meaning. */
const NEVER =
  /[[\p{Cc}--\n]\u202A-\u202E\u2066-\u2069\u200E\u200F\u061C\u200B\u2060-\u2064\u206A-\u206F\u00AD\u034F\u115F\u1160\u17B4\u17B5\u180E\u3164\uFEFF\uFFA0\uFFF9-\uFFFB\u{E0000}-\u{E007F}]/gv;
const JOINERS = /\u200C|\u200D|[\uFE00-\uFE0F]|[\u{E0100}-\u{E01EF}]/gu;
const EMOJI = /\p{Extended_Pictographic}|\p{Regional_Indicator}|[0-9#*]\uFE0F?\u20E3/u;
const LONG_MARKS = /\p{M}{5,}/gu;
const MARKS_PER_BASE = 4;

function withoutStrayJoiners(text: string): string {
  if (text.search(JOINERS) === -1) return text;
  const parts: string[] = [];
  for (const { segment } of GRAPHEMES.segment(text)) {
    parts.push(EMOJI.test(segment) ? segment : segment.replace(JOINERS, ""));
  }
  return parts.join("");
}

function withFewMarks(text: string): string {
  return text.replace(LONG_MARKS, (marks) => [...marks].slice(0, MARKS_PER_BASE).join(""));
}

/**
 * Text made safe to show on another platform: NFC; no control, bidi, tag or zero-width characters (joiners and
 * variation selectors stay inside emoji); at most 4 combining marks on a letter; half characters become U+FFFD.
 * Line feeds stay; CR LF and the other line and paragraph ends become one. Linear, never throws; cleaning twice changes nothing more.
 */
export function cleanText(text: string): string {
  const whole = text
    .toWellFormed()
    .replace(/\r\n?|[\u2028\u2029\u0085]/g, "\n")
    .replace(/\t/g, " ")
    .replace(NEVER, "");
  // Taking characters out can bring a letter and a mark together, so composing comes after.
  return withFewMarks(withoutStrayJoiners(whole).normalize("NFC")).normalize("NFC");
}

interface Breaks {
  readonly paragraphs: readonly number[];
  readonly sentences: readonly number[];
  readonly words: readonly number[];
  readonly graphemes: readonly number[];
}

function ends(segmenter: Intl.Segmenter, text: string): number[] {
  return Array.from(segmenter.segment(text), ({ index, segment }) => index + segment.length);
}

function breaksOf(text: string): Breaks {
  return {
    paragraphs: Array.from(text.matchAll(/\n+/g), (match) => match.index + match[0].length),
    sentences: ends(SENTENCES, text),
    words: ends(WORDS, text),
    graphemes: ends(GRAPHEMES, text),
  };
}

/** The last break in (`from`, `to`]; undefined if there is none. */
function lastBreak(breaks: readonly number[], from: number, to: number): number | undefined {
  let low = 0;
  let high = breaks.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((breaks[middle] ?? 0) <= to) low = middle + 1;
    else high = middle;
  }
  const found = breaks[low - 1];
  return found !== undefined && found > from ? found : undefined;
}

/** A single grapheme can be longer than the limit; then it is cut, but never inside a surrogate pair. */
function cutInside(text: string, from: number, limit: number): number {
  const to = from + limit;
  const code = text.charCodeAt(to);
  const splitsPair = code >= 0xdc00 && code <= 0xdfff && /[\uD800-\uDBFF]/.test(text.charAt(to - 1));
  return splitsPair && to - 1 > from ? to - 1 : to;
}

function nextCut(text: string, breaks: Breaks, from: number, limit: number): number {
  const to = from + limit;
  const half = from + Math.floor(limit / 2);
  const cut =
    lastBreak(breaks.paragraphs, half, to) ??
    lastBreak(breaks.sentences, half, to) ??
    lastBreak(breaks.words, from, to);
  const grapheme = lastBreak(breaks.graphemes, from, cut ?? to);
  return grapheme ?? cutInside(text, from, limit);
}

/**
 * The text in parts of at most `limit` UTF-16 units, which joined give the text again. Breaks after a paragraph,
 * else a sentence, else a word, and inside a word only between graphemes. An empty text has no parts; a limit
 * under 2 is refused with a RangeError, since one character may need two units.
 */
export function splitText(text: string, limit: number): string[] {
  if (!Number.isInteger(limit) || limit < 2)
    throw new RangeError("limit must be a whole number of at least 2");
  if (text.length <= limit) return text === "" ? [] : [text];
  const breaks = breaksOf(text);
  const parts: string[] = [];
  let from = 0;
  while (text.length - from > limit) {
    const cut = nextCut(text, breaks, from, limit);
    parts.push(text.slice(from, cut));
    from = cut;
  }
  if (from < text.length) parts.push(text.slice(from));
  return parts;
}
