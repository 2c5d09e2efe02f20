import { hashOf, isShouted, SHAPES, type Token } from "../reading/tokens.ts";
import { englishOf, factsOf } from "../reading/words.ts";

/** A stretch of tokens that reads as one number or code: "43215", "TN 99 ZX 0417", "7719-304". */
export interface NumberRun {
  readonly first: number;
  readonly last: number;
}

/** No plate, serial or record number has more parts. */
const MOST_PARTS = 9;
/** Letters in capitals that stand beside a number and are no word: from this level on they are one. */
const WORD_LEVEL = 9;
const NO_PART = new Set(
  "i a am pm ok or and at in is no of er mri ct icu ed iv bp hr ekg ecg eeg ent gp mg ml xr xl sr dr"
    .split(" ")
    .map(hashOf),
);

/** Ages told in words begin so: "ninety-six", "noventa y dos". */
const AGE_WORDS = new Set(["ninety", "noventa", "hundred", "cien"].map(hashOf));
const ONES = new Set(
  "one two three four five six seven eight nine uno una un dos tres cuatro cinco seis siete ocho nueve y and"
    .split(" ")
    .map(hashOf),
);

/** "a hundred and four" */
const ARTICLES = new Set(["a", "one"].map(hashOf));
const Y = hashOf("y");
const AND = hashOf("and");

const hasDigit = (token: Token | undefined): boolean =>
  token?.shape === SHAPES.digits || token?.shape === SHAPES.alphanumeric;

const isLettersOfCode = (token: Token | undefined): boolean =>
  token !== undefined &&
  (token.shape === SHAPES.capitals || token.shape === SHAPES.initial) &&
  token.end - token.start < 5 &&
  token.stemEnd === token.end &&
  !NO_PART.has(token.hash) &&
  englishOf(factsOf(token.hash)) < WORD_LEVEL;

/** The index of the part that goes on from the one at `at`, over a hyphen, a slash, a full stop or one space. */
function nextPart(text: string, tokens: readonly Token[], at: number, shouted: boolean): number | undefined {
  const token = tokens[at];
  const next = tokens[at + 1];
  if (token === undefined || next === undefined) return undefined;
  const isPart = (one: Token | undefined) => hasDigit(one) || (!shouted && isLettersOfCode(one));
  const gap = next.start - token.end;
  if (gap === 0 && next.shape === SHAPES.sign && /[-/.]/.test(text.charAt(next.start))) {
    const after = tokens[at + 2];
    return after !== undefined && after.start === next.end && isPart(after) ? at + 2 : undefined;
  }
  if (gap > 1 || !isPart(next)) return undefined;
  return gap === 0 || text.charAt(token.end) === " " ? at + 1 : undefined;
}

/** The last token of an age in words that begins at `at`. */
function ageEnd(text: string, tokens: readonly Token[], at: number): number {
  let last = at;
  for (let next = at + 1; next <= at + 3; next++) {
    const token = tokens[next];
    if (token === undefined) break;
    if (text.charAt(token.start) === "-" && next === at + 1) continue;
    if (!ONES.has(token.hash)) break;
    if (token.hash !== Y && token.hash !== AND) last = next;
  }
  return last;
}

/** All numbers and codes of a text in order and apart, and ages in words; in a text in capitals throughout, letters are words. */
export function numberRuns(text: string, tokens: readonly Token[]): NumberRun[] {
  const shouted = isShouted(tokens);
  const runs: NumberRun[] = [];
  for (let first = 0; first < tokens.length; first++) {
    const token = tokens[first];
    if (token !== undefined && AGE_WORDS.has(token.hash)) {
      const last = ageEnd(text, tokens, first);
      const free = first - 1 > (runs.at(-1)?.last ?? -1);
      const counted = free && ARTICLES.has(tokens[first - 1]?.hash ?? 0) ? 1 : 0;
      runs.push({ first: first - counted, last });
      first = last;
      continue;
    }
    if (!hasDigit(token) && (shouted || !isLettersOfCode(token))) continue;
    let last = first;
    let digit = hasDigit(token);
    for (let parts = 1; parts < MOST_PARTS; parts++) {
      const next = nextPart(text, tokens, last, shouted);
      if (next === undefined) break;
      last = next;
      digit ||= hasDigit(tokens[last]);
    }
    if (digit) runs.push({ first, last });
    first = last;
  }
  return runs;
}
