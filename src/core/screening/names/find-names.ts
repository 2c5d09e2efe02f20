import { type Candidate, settleOverlaps } from "../identifiers/candidate.ts";
import { hashOf, isWord, SHAPES, type Token, wordOf } from "../reading/tokens.ts";
import { englishOf, factsOf, firstNameOf, isGeneral, isRegion, spanishOf } from "../reading/words.ts";
import type { IdentifierType } from "../screening.ts";
import type { Evidence } from "./features.ts";
import { type TaggedRun, taggedRuns, withNeighbours } from "./tagged-runs.ts";
import { FACILITY, PERSON, PLACE, tag, trainedWeights } from "./tagger.ts";
import { addTitled } from "./titles.ts";
import { veto } from "./veto-names.ts";

const TYPE_OF: readonly (IdentifierType | undefined)[] = [undefined, "NAME", "CITY", "HOSPITAL", "ADDRESS"];
const set = (words: string) => new Set(words.split(" ").map(hashOf));

const COMPASS = set(
  "north south east west northern southern eastern western central coast midwest mid norte sur este oeste",
);

const HERE = hashOf("here");
const AND = hashOf("and");
const I = hashOf("i");

/** "Ama here," and "will and i": an opening by which people name themselves or somebody beside them. */
function addOpened({ tokens, facts }: Evidence, tags: Uint8Array, text: string): void {
  tokens.forEach((token, at) => {
    const next = tokens[at + 1]?.stem;
    if ((next !== HERE && next !== AND) || !isWord(token) || tags[at] !== 0) return;
    const before = tokens[at - 1];
    const opens =
      before === undefined || before.shape === SHAPES.lineBreak || /[.!?]/.test(text.charAt(before.start));
    const own = facts[at] ?? 0;
    const here = next === HERE && !isGeneral(own) && englishOf(own) < 7 && token.shape === SHAPES.capitalised;
    const pair =
      next === AND &&
      tokens[at + 2]?.stem === I &&
      firstNameOf(own) > 3 &&
      tokens[at + 3]?.shape === SHAPES.lower;
    if (opens && (here || pair)) tags[at] = PERSON;
  });
}

/** Once a name is known, it is the same name elsewhere in the text, unless it is also an everyday word. */
function spread({ tokens, facts }: Evidence, tags: Uint8Array): void {
  const known = new Map<number, number>();
  tokens.forEach((token, at) => {
    if (tags[at] === PERSON && isWord(token) && token.end - token.start > 2)
      known.set(token.stem, token.shape);
  });
  if (known.size === 0) return;
  tokens.forEach((token, at) => {
    if (tags[at] !== 0 || !known.has(token.stem)) return;
    const everyday = englishOf(facts[at] ?? 0) > 5;
    const large = token.shape === SHAPES.capitals || token.shape === known.get(token.stem);
    if (!everyday || (large && token.shape !== SHAPES.lower)) tags[at] = PERSON;
  });
}

/** Forgets the tags inside stretches that are already known for something else; both lists are in order. */
function leaveTaken({ tokens }: Evidence, tags: Uint8Array, taken: readonly Candidate[]): void {
  if (taken.length === 0) return;
  let next = 0;
  for (const [at, token] of tokens.entries()) {
    while ((taken[next]?.end ?? Number.POSITIVE_INFINITY) <= token.start) next++;
    const stretch = taken[next];
    if (stretch !== undefined && token.start >= stretch.start && token.stemEnd <= stretch.end) tags[at] = 0;
  }
}

/** "U.S.", "L.A.": places of one or two letters are countries and states, or none. */
const SHORTEST_PLACE = 3;

function isRegionName(text: string, tokens: readonly Token[]): boolean {
  const words = tokens
    .filter((token) => isWord(token) && !COMPASS.has(token.stem))
    .map((token) => wordOf(text, token));
  if (words.length === 0 || /^u s(?: a)?$/.test(words.join(" "))) return true;
  return isRegion(factsOf(hashOf(words.join(" ")))) || words.every((word) => isRegion(factsOf(hashOf(word))));
}

/** Whether a run holds a word of its own: one in large letters, or one that is no everyday word. */
function namesFacility({ tokens, facts }: Evidence, run: TaggedRun): boolean {
  if (run.first === run.last && tokens[run.first]?.shape === SHAPES.lower) return false;
  return tokens.slice(run.first, run.last + 1).some((token, i) => {
    if (!isWord(token)) return false;
    if (token.shape !== SHAPES.lower) return run.first + i > 0 || run.last > run.first;
    const own = facts[run.first + i] ?? 0;
    return !isGeneral(own) && englishOf(own) < 9 && spanishOf(own) < 4;
  });
}

/**
 * Names of people and of places smaller than a state, by the trained tagger and what stands around them. What lies
 * in `taken` (care facilities) is left to those.
 */
export function findNames(
  evidence: Evidence,
  text: string,
  taken: readonly Candidate[] = [],
): readonly Candidate[] {
  const { tokens } = evidence;
  const tags = tag(evidence, trainedWeights());
  leaveTaken(evidence, tags, taken);
  veto(evidence, tags, text);
  addTitled(evidence, tags, text);
  addOpened(evidence, tags, text);
  spread(evidence, tags);
  const found: Candidate[] = [];
  let floor = 0;
  for (const run of taggedRuns(evidence, tags, text)) {
    withNeighbours(evidence, text, run, floor);
    floor = run.last;
    const first = tokens[run.first];
    const last = tokens[run.last];
    if (first === undefined || last === undefined) continue;
    if (run.tag === PLACE && last.stemEnd - first.start < SHORTEST_PLACE) continue;
    if (run.tag === PLACE && isRegionName(text, tokens.slice(run.first, run.last + 1))) continue;
    if (run.tag >= FACILITY && !namesFacility(evidence, run)) continue;
    const type = TYPE_OF[run.tag];
    if (type !== undefined) found.push({ start: first.start, end: last.stemEnd, type });
  }
  return settleOverlaps(found);
}
