import { type Found, findPhrases } from "../policies/find-phrases.ts";
import type { Policies, Veto } from "../policies/policies.ts";
import type { Effect } from "../policies/policy-file.ts";
import { ITEM, type Items } from "../reading/items.ts";
import { hashOf } from "../reading/tokens.ts";

/** A stretch of items: a match, or the words of a veto. */
type Stretch = Pick<Found, "first" | "last">;

/** How many words may stand between "not" and what it denies. */
const REACH = 2;
/** How far a saying may stand from the words that it makes harmless. */
const NEAR = 2;
/** Words that begin a clause of its own: "I am not well and I want to die" denies nothing of the second half. */
const CLAUSE_WORDS: ReadonlySet<number> = new Set(["but", "and", "pero"].map((word) => hashOf(word) | 0));

function isClauseEdge(items: Items, at: number): boolean {
  return (
    (items.kinds[at] ?? ITEM.lineEdge) >= ITEM.sentenceEdge ||
    items.pauses[at] === 1 ||
    CLAUSE_WORDS.has(items.keys[at] ?? 0)
  );
}

/** Whether `words` stand before `match` in its clause, with at most two words between. */
function standsBefore(items: Items, words: Stretch, match: Stretch): boolean {
  if (words.last >= match.first || match.first - words.last - 1 > REACH) return false;
  for (let at = words.last + 1; at <= match.first; at++)
    if (isClauseEdge(items, at) && !(at === match.first && CLAUSE_WORDS.has(items.keys[at] ?? 0)))
      return false;
  return true;
}

/** Where the words of one veto stand in a text. */
interface Places {
  readonly stretches: readonly Stretch[];
  readonly sentences: ReadonlySet<number>;
  readonly longest: number;
}

/** The first of some stretches, in order, that begins at an item or after it. */
function firstFrom(stretches: readonly Stretch[], item: number): number {
  let low = 0;
  let high = stretches.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((stretches[middle]?.first ?? 0) < item) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** What the words around a match make of it; the vetoes are looked for when the first match asks. */
export class Weigher {
  readonly #items: Items;
  readonly #policies: Policies;
  #found: Map<string, Places> | undefined;

  constructor(items: Items, policies: Policies) {
    this.#items = items;
    this.#policies = policies;
  }

  /** The gravest effect of the vetoes that a rule names; undefined when the match stands. */
  effectOn(match: Stretch, unless: Readonly<Record<string, Effect>>): Effect | undefined {
    let effect: Effect | undefined;
    for (const [id, one] of Object.entries(unless))
      if (effect !== "drop" && (one === "drop" || effect === undefined) && this.isThere(id, match))
        effect = one;
    return effect;
  }

  /** Whether a veto of this name holds for a match. */
  isThere(id: string, match: Stretch): boolean {
    const veto = this.#policies.vetoes.get(id);
    const places = this.#places().get(id);
    if (veto === undefined || places === undefined || !this.#holds(veto, places, match)) return false;
    return !veto.except.some((other) => this.isThere(other, match));
  }

  #holds({ where }: Veto, { stretches, sentences, longest }: Places, match: Stretch): boolean {
    const first = this.#items.sentences[match.first] ?? 0;
    const last = this.#items.sentences[match.last] ?? first;
    if (where === "sentence") {
      for (let sentence = first; sentence <= last; sentence++) if (sentences.has(sentence)) return true;
      return false;
    }
    const end = match.last + NEAR;
    for (let at = firstFrom(stretches, match.first - longest - REACH); at < stretches.length; at++) {
      const words = stretches[at];
      if (words === undefined || words.first > end) return false;
      if (this.#standsSo(where, words, match)) return true;
    }
    return false;
  }

  #standsSo(where: Exclude<Veto["where"], "sentence">, words: Stretch, match: Stretch): boolean {
    switch (where) {
      case "match":
        return words.first >= match.first && words.last <= match.last;
      case "before":
        return standsBefore(this.#items, words, match);
      case "near": {
        const { sentences } = this.#items;
        return match.first - words.last <= NEAR && sentences[words.first] === sentences[match.first];
      }
    }
  }

  #places(): Map<string, Places> {
    if (this.#found !== undefined) return this.#found;
    const { book, owners } = this.#policies.findVetoes;
    const all = new Map<string, { stretches: Stretch[]; sentences: Set<number>; longest: number }>();
    for (const { phrase, first, last } of findPhrases(book, this.#items)) {
      const id = owners[phrase]?.id ?? "";
      const known = all.get(id) ?? { stretches: [], sentences: new Set(), longest: 0 };
      known.stretches.push({ first, last });
      known.sentences.add(this.#items.sentences[first] ?? 0);
      known.longest = Math.max(known.longest, last - first + 1);
      all.set(id, known);
    }
    this.#found = all;
    return all;
  }
}
