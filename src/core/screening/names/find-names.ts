import { type Candidate, settleOverlaps } from "../identifiers/candidate.ts";
import { hashOf, isWord, SHAPES, type Token, wordOf } from "../reading/tokens.ts";
import {
  englishOf,
  factsOf,
  familyNameOf,
  firstNameOf,
  isGeneral,
  isRareName,
  isRegion,
  type WordFacts,
} from "../reading/words.ts";
import type { Evidence } from "./features.ts";
import { tag, trainedWeights } from "./tagger.ts";
import { isBuiltLikeTerm, TITLES } from "./terms.ts";
import { veto } from "./veto-names.ts";

const PERSON = 1;
const PLACE = 2;
const set = (words: string) => new Set(words.split(" ").map(hashOf));

/** Titles that belong to the name; the others ("aunt", "nurse") only announce one. */
const OWN_TITLES = set("dr doctor mr mrs ms miss mx prof professor rev sra sr srta dra mme mlle lic doctora");
/** Titles that belong to the name when they are written large: "Auntie Bev", but "my uncle Fergal". */
const LARGE_TITLES = set(
  "nurse auntie aunty aunt uncle tia tio sgt sergeant captain capt lieutenant lt cpl father sister brother pastor coach officer don dona",
);
const isOwnTitle = ({ stem, shape }: Token) =>
  OWN_TITLES.has(stem) || (LARGE_TITLES.has(stem) && shape !== SHAPES.lower);
const NOT_AFTER_TITLE = set(
  "google who appointment said says told office visit visits appt will is was and or the a in on at for to has had can could should would if my your his her our their please thanks thank oz phil house strange pepper visitor dre seuss evil no yes he she they it i you we that this there then now today tomorrow order orders prescribed gave wants wanted put started asked refuses keeps just also did does didnt doesnt wont cant about from with of as by when so but because notes note letter bills bill line team staff station manager practitioner practitioners educator navigator specialist said",
);

/** Titles of which a dot belongs to the title; after "doctor." a sentence begins. */
const SHORT_TITLES = set("dr mr mrs ms mx prof rev sr sra srta dra mme mlle st lic");
/** Titles that are also everyday words ("ms" is a disease too): only a word that looks like a name may follow. */
const DOUBTFUL_TITLES = set(
  "ms miss don sister brother father pastor coach officer nurse uncle aunt tia tio ofc sr doctor doctora senor senora professor sra",
);
const COMPASS = set(
  "north south east west northern southern eastern western central coast midwest mid norte sur este oeste",
);

const isTitled = (token: Token | undefined) => token !== undefined && isOwnTitle(token);

function looksLikeName(token: Token, facts: WordFacts): boolean {
  if (token.shape !== SHAPES.lower) return true;
  if (isGeneral(facts) && firstNameOf(facts) < 3) return false;
  return (
    englishOf(facts) < 5 &&
    (firstNameOf(facts) > 0 || familyNameOf(facts) > 0 || isRareName(facts) || facts === 0)
  );
}

function isKnownName(facts: WordFacts, token: Token): boolean {
  if (token.shape === SHAPES.lower) return firstNameOf(facts) > 2 && !isGeneral(facts);
  return firstNameOf(facts) > 0 || familyNameOf(facts) > 0 || isRareName(facts) || !isGeneral(facts);
}

/** "Dr Llewellyn", "mrs osei-bonsu": what follows a title is a name whatever the model says. */
function addTitled({ tokens, facts }: Evidence, tags: Uint8Array, text: string): void {
  tokens.forEach((title, at) => {
    if (!isWord(title) || !TITLES.has(title.stem)) return;
    if (title.shape === SHAPES.capitals && DOUBTFUL_TITLES.has(title.stem)) return;
    let next = at + 1;
    const dotted = text.charAt(tokens[next]?.start ?? 0) === "." && tokens[next]?.start === title.end;
    if (dotted && !SHORT_TITLES.has(title.stem)) return;
    if (dotted) next++;
    for (let words = 0; words < 2; words++, next++) {
      const token = tokens[next];
      if (!isWord(token) || NOT_AFTER_TITLE.has(token.stem) || !looksLikeName(token, facts[next] ?? 0)) break;
      if (words > 0 && token.shape === SHAPES.lower) break;
      if (isBuiltLikeTerm(wordOf(text, token))) break;
      if (DOUBTFUL_TITLES.has(title.stem) && !isKnownName(facts[next] ?? 0, token)) break;
      tags[next] = PERSON;
    }
  });
}

const HERE = hashOf("here");
const AND = hashOf("and");
const I = hashOf("i");

/** "Ama here," and "will and i": an opening by which people name themselves or somebody beside them. */
function addOpened({ tokens, facts }: Evidence, tags: Uint8Array, text: string): void {
  tokens.forEach((token, at) => {
    if (!isWord(token) || tags[at] !== 0) return;
    const before = tokens[at - 1];
    const opens =
      before === undefined || before.shape === SHAPES.lineBreak || /[.!?]/.test(text.charAt(before.start));
    const [next, after] = [tokens[at + 1]?.stem, tokens[at + 2]];
    const own = facts[at] ?? 0;
    const here = next === HERE && !isGeneral(own) && englishOf(own) < 7 && token.shape === SHAPES.capitalised;
    const pair =
      next === AND && after?.stem === I && firstNameOf(own) > 3 && tokens[at + 3]?.shape === SHAPES.lower;
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
    if (!everyday || (token.shape === known.get(token.stem) && token.shape !== SHAPES.lower))
      tags[at] = PERSON;
  });
}

/** From the first to the last token of a run with one tag; a hyphen or an initial's dot inside does not end it. */
function runs(
  { tokens }: Evidence,
  tags: Uint8Array,
  text: string,
): { first: number; last: number; tag: number }[] {
  const found: { first: number; last: number; tag: number }[] = [];
  for (let at = 0; at < tokens.length; at++) {
    const now = tags[at] ?? 0;
    if (now === 0) continue;
    const open = found.at(-1);
    const token = tokens[at];
    const last = open === undefined ? undefined : tokens[open.last];
    const joined = token !== undefined && last !== undefined && open?.tag === now && at - open.last <= 2;
    const gap = joined ? text.slice(last.stemEnd, token.start) : "no";
    if (
      open !== undefined &&
      joined &&
      (gap === " " || gap === "-" || gap === " - " || (/^\. ?$/.test(gap) && last.shape === SHAPES.initial))
    )
      open.last = at;
    else found.push({ first: at, last: at, tag: now });
  }
  return found;
}

function withNeighbours(
  { tokens }: Evidence,
  text: string,
  run: { first: number; last: number; tag: number },
): void {
  for (let moved = true; moved; ) {
    moved = false;
    const before = tokens[run.first - 1];
    const first = tokens[run.first];
    if (first === undefined) return;
    const hyphen = text.charAt(first.start - 1) === "-" && tokens[run.first - 2]?.end === first.start - 1;
    if (hyphen && isWord(tokens[run.first - 2])) {
      run.first -= 2;
      moved = true;
    } else if (run.tag === PERSON && isWord(before) && isOwnTitle(before) && before.end === first.start - 1) {
      run.first -= 1;
      moved = true;
    } else if (
      run.tag === PERSON &&
      text.charAt(before?.start ?? 0) === "." &&
      isTitled(tokens[run.first - 2])
    ) {
      run.first -= 2;
      moved = true;
    }
  }
  const last = tokens[run.last];
  const sign = tokens[run.last + 1];
  const next = tokens[run.last + 2];
  if (
    last &&
    sign &&
    next &&
    isWord(next) &&
    text.charAt(sign.start) === "-" &&
    sign.start === last.end &&
    next.start === sign.end
  )
    run.last += 2;
  const initial = tokens[run.last + 1];
  if (
    run.tag === PERSON &&
    initial?.shape === SHAPES.initial &&
    initial.start === (tokens[run.last]?.end ?? 0) + 1 &&
    !/^I\b/.test(text.slice(initial.start, initial.start + 2))
  )
    run.last += 1;
}

/** Forgets the tags inside stretches that are already known for something else; both lists are in order. */
function leaveTaken({ tokens }: Evidence, tags: Uint8Array, taken: readonly Candidate[]): void {
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
  for (const run of runs(evidence, tags, text)) {
    withNeighbours(evidence, text, run);
    const first = tokens[run.first];
    const last = tokens[run.last];
    if (first === undefined || last === undefined) continue;
    if (run.tag === PLACE && last.stemEnd - first.start < SHORTEST_PLACE) continue;
    if (run.tag === PLACE && isRegionName(text, tokens.slice(run.first, run.last + 1))) continue;
    found.push({ start: first.start, end: last.stemEnd, type: run.tag === PERSON ? "NAME" : "CITY" });
  }
  return settleOverlaps(found);
}
