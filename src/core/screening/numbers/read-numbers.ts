import { isPublicLine } from "../crisis-lines.ts";
import type { Candidate } from "../identifiers/candidate.ts";
import { amountPrecedes, unitFollows, versionPrecedes } from "../identifiers/look-around.ts";
import type { Evidence } from "../names/features.ts";
import { type LinearWeights, readWeights, weighFeatures } from "../reading/linear.ts";
import type { IdentifierType } from "../screening.ts";
import { NUMBER_FEATURE_LIMIT, numberFeatures } from "./features.ts";
import { numberRuns } from "./runs.ts";

/** What a number can be; the first is none of them: a dose, a count, a price, a code of no person. */
export const NUMBER_KINDS = [
  "none",
  "DATE",
  "ZIP",
  "AGE90",
  "VEHICLE",
  "ACCOUNT",
  "MRN",
  "DEVICE",
  "LICENSE",
  "SSN",
  "PHONE",
  "HANDLE",
] as const satisfies readonly ("none" | IdentifierType)[];
export const NUMBER_KIND_COUNT = NUMBER_KINDS.length;

/** From which likelihood on a number that no finder knows is removed; chosen by the figures of corpus/heldout. */
const LEAST = 0.5;

/** No kind looks like a single digit. */
const SHORTEST = 2;
/** A kind that fits must be this likely by itself. */
const LEAST_OF_KIND = 0.1;

const buffer = new Int32Array(NUMBER_FEATURE_LIMIT);
const likely = new Float64Array(NUMBER_KIND_COUNT);

/** How a number of a kind can look; those without an entry need four letters and figures, two of them figures. */
const LOOKS: Partial<Record<(typeof NUMBER_KINDS)[number], RegExp>> = {
  DATE: /^(?:\d{1,2} ?(?:st|nd|rd|th)|\d{1,4}[-/.]\d{1,2}(?:[-/.]\d{2,4})?)$/i,
  ZIP: /^(?:\d{4,5}(?:[- ]\d{3,4})?|\d{2,3}[- ]\d{2,3}|[a-z]{1,2}\d{1,2}[a-z]?(?: ?\d[a-z]{2})?|[a-z]\d[a-z] ?\d[a-z]\d|[a-z]\d{2} ?[a-z\d]{4})$/i,
  AGE90: /^(?:9\d|1[01]\d|12[0-2])(?:[a-z]{1,2})?$|^\p{L}[\p{L} -]+$/iu,
  VEHICLE: /^(?=.*\d)(?:[^\p{L}\p{N}]*[\p{L}\p{N}]){4,17}$/u,
  HANDLE: /^(?=.*\p{L}.*\p{L}).{4,}$/u,
};

function looksLike(kind: (typeof NUMBER_KINDS)[number], value: string): boolean {
  const look = LOOKS[kind];
  if (look !== undefined) return look.test(value);
  return value.replace(/[^\p{L}\p{N}]/gu, "").length >= 4 && value.replace(/\D/g, "").length >= 2;
}

/** The likeliest kind of those that the value can be by its looks. */
function likeliestFor(value: string): IdentifierType | undefined {
  let best: IdentifierType | undefined;
  let most = 0;
  NUMBER_KINDS.forEach((kind, at) => {
    if (kind === "none" || (likely[at] ?? 0) <= most || !looksLike(kind, value)) return;
    most = likely[at] ?? 0;
    best = kind;
  });
  return most < LEAST_OF_KIND ? undefined : best;
}

/** Numbers and codes that no finder knows and that what stands around them tells: plates, postcodes, serials, ages. */
export function findTold(evidence: Evidence): readonly Candidate[] {
  const found: Candidate[] = [];
  for (const run of numberRuns(evidence.text, evidence.tokens)) {
    const { text, tokens, facts } = evidence;
    const start = tokens[run.first]?.start ?? 0;
    const end = tokens[run.last]?.end ?? 0;
    if (end - start < SHORTEST) continue;
    weighFeatures(buffer, numberFeatures(text, tokens, facts, run, buffer), trainedNumbers(), likely);
    if (1 - (likely[0] ?? 1) < LEAST) continue;
    const value = text.slice(start, end);
    const type = likeliestFor(value);
    if (type === undefined || isPublicLine(value)) continue;
    if (unitFollows(text, end) || amountPrecedes(text, start) || versionPrecedes(text, start)) continue;
    const article = type === "DATE" && /\bthe $/i.test(text.slice(Math.max(0, start - 5), start)) ? 4 : 0;
    found.push({ start: start - article, end, type });
  }
  return found;
}

let trained: LinearWeights | undefined;

/** The trained weights, read at the first call. */
export function trainedNumbers(): LinearWeights {
  trained ??= readWeights("numbers.bin");
  return trained;
}
