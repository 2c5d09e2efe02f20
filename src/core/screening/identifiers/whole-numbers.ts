import { type NumberRun, numberRuns } from "../numbers/runs.ts";
import { SHAPES, type Token } from "../reading/tokens.ts";
import type { IdentifierType } from "../screening.ts";
import type { Candidate } from "./candidate.ts";

/** Numbers whose letters belong to them: "DEA BX0012345", "RX 7704418", "PDM 0019-88213". */
const WITH_LETTERS: ReadonlySet<IdentifierType> = new Set(["ACCOUNT", "MRN", "LICENSE", "VEHICLE", "DEVICE"]);

/** The first token of the letters in capitals that lead to the number at `at`, over a hyphen, a dot, a # or a space. */
function leadingStart(text: string, tokens: readonly Token[], run: NumberRun, at: number): number {
  let first = at;
  for (let before = at - 1; before >= run.first; before--) {
    const token = tokens[before];
    if (token === undefined || token.shape === SHAPES.digits) break;
    if (token.shape === SHAPES.sign && !/[-/.]/.test(text.charAt(token.start))) break;
    if (token.shape !== SHAPES.sign) first = before;
  }
  return first;
}

/** "B12" and "A1C" behind a number are words of their own. */
const isLongCode = ({ shape, start, end }: Token) => shape === SHAPES.alphanumeric && end - start >= 4;

/** The last token that hangs on the number at `at` without a space, or is one more part with letters and digits. */
function trailingEnd(text: string, tokens: readonly Token[], run: NumberRun, at: number): number {
  let last = at;
  for (let next = at + 1; next <= run.last; next++) {
    const token = tokens[next];
    if (token === undefined) break;
    const spaced = token.start > (tokens[next - 1]?.end ?? 0);
    if (spaced && token.shape !== SHAPES.initial && !isLongCode(token)) break;
    if (token.shape === SHAPES.sign && !/[-/.]/.test(text.charAt(token.start))) break;
    if (token.shape !== SHAPES.sign) last = next;
  }
  return last;
}

/** The run that a candidate lies in, or undefined; runs are in order and apart. */
function runAround(
  tokens: readonly Token[],
  runs: readonly NumberRun[],
  { start, end }: Candidate,
): NumberRun | undefined {
  let low = 0;
  let high = runs.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((tokens[runs[middle]?.first ?? 0]?.start ?? 0) <= start) low = middle + 1;
    else high = middle;
  }
  const run = runs[low - 1];
  return run !== undefined && (tokens[run.last]?.end ?? 0) >= end ? run : undefined;
}

/** Numbers with the letters before and behind that are written as parts of them: half a number left standing is a leak. */
export function wholeNumbers(
  text: string,
  tokens: readonly Token[],
  candidates: readonly Candidate[],
): readonly Candidate[] {
  if (!candidates.some(({ type }) => WITH_LETTERS.has(type))) return candidates;
  const runs = numberRuns(text, tokens);
  return candidates.map((candidate) => {
    const run = WITH_LETTERS.has(candidate.type) ? runAround(tokens, runs, candidate) : undefined;
    if (run === undefined) return candidate;
    let own = run.first;
    while (own < run.last && (tokens[own]?.end ?? 0) <= candidate.start) own++;
    let end = own;
    while (end < run.last && (tokens[end]?.end ?? 0) < candidate.end) end++;
    const start = tokens[leadingStart(text, tokens, run, own)]?.start ?? candidate.start;
    return {
      ...candidate,
      start: Math.min(candidate.start, start),
      end: Math.max(candidate.end, tokens[trailingEnd(text, tokens, run, end)]?.end ?? candidate.end),
    };
  });
}
