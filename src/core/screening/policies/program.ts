import { costOf } from "./commonness.ts";
import { type Node, type Phrase, PhraseError, type WordNode, wordKey } from "./phrase.ts";

/** What one place of a program takes. */
export const TAKES = { word: 0, any: 1, number: 2, edge: 3, anything: 4 } as const;

export interface Place {
  readonly takes: (typeof TAKES)[keyof typeof TAKES];
  readonly keys: ReadonlySet<number>;
  readonly begins: readonly string[];
  readonly ends: readonly string[];
  readonly least: number;
  readonly most: number;
}

/**
 * A phrase as places and what may follow each (a position automaton, after Glushkov 1961). Reading a text keeps the
 * set of places it has come to, so that time is linear in the text whatever the phrase is.
 */
export interface Program {
  readonly places: readonly Place[];
  readonly first: readonly number[];
  readonly follow: readonly (readonly number[])[];
  /** 1 for places with which the phrase may end. */
  readonly last: Uint8Array;
  /** How many items it takes at the most. */
  readonly longest: number;
  /** Words of which one is in every match; a text without them need not be read. */
  readonly anchors: WordNode;
  /** Other words of which one is in every match, when there are such. */
  readonly helpers: WordNode | undefined;
  readonly after?: Program;
}

/** A phrase larger than this is better written as two. */
export const MOST_PLACES = 600;
/** How often a repeated choice may come. */
const MOST_REPEATS = 6;

interface Part {
  readonly first: readonly number[];
  readonly last: readonly number[];
  readonly nullable: boolean;
  readonly longest: number;
}

const NO_WORDS: Pick<Place, "keys" | "begins" | "ends" | "least" | "most"> = {
  keys: new Set(),
  begins: [],
  ends: [],
  least: 0,
  most: 0,
};

const keys = new WeakMap<WordNode, ReadonlySet<number>>();

/** Lists stand in many phrases; their keys are made once. */
function keysOf(node: WordNode): ReadonlySet<number> {
  const before = keys.get(node);
  if (before !== undefined) return before;
  const made = new Set(node.words.map(wordKey));
  keys.set(node, made);
  return made;
}

class Builder {
  readonly places: Place[] = [];
  readonly follow: number[][] = [];

  place(place: Place): Part {
    const at = this.places.length;
    if (at >= MOST_PLACES) throw new PhraseError("it is too long: write it as two phrases");
    this.places.push(place);
    this.follow.push([]);
    return { first: [at], last: [at], nullable: false, longest: 1 };
  }

  build(node: Node): Part {
    switch (node.is) {
      case "word":
        return this.place({
          ...NO_WORDS,
          takes: TAKES.word,
          keys: keysOf(node),
          begins: node.begins,
          ends: node.ends,
        });
      case "any":
        return this.place({ ...NO_WORDS, takes: TAKES.any });
      case "number":
        return this.place({ ...NO_WORDS, takes: TAKES.number, least: node.least, most: node.most });
      case "edge":
        return this.place({ ...NO_WORDS, takes: TAKES.edge });
      case "gap":
        return this.#gap(node.most, node.wide);
      case "all":
        return node.items.map((item) => this.build(item)).reduce((left, right) => this.#join(left, right));
      case "one":
        return node.options.map((option) => this.build(option)).reduce(either);
      case "maybe":
        return this.#maybe(node.item, node.often);
    }
  }

  #join(left: Part, right: Part): Part {
    for (const at of left.last) for (const next of right.first) this.follow[at]?.push(next);
    return {
      first: left.nullable ? [...left.first, ...right.first] : left.first,
      last: right.nullable ? [...left.last, ...right.last] : right.last,
      nullable: left.nullable && right.nullable,
      longest: left.longest + right.longest,
    };
  }

  /** Places in a row, each of which may be the last: a counter that the set of places holds. */
  #gap(most: number, wide: boolean): Part {
    const all: number[] = [];
    for (let count = 0; count < most; count++) {
      const { first } = this.place({ ...NO_WORDS, takes: wide ? TAKES.anything : TAKES.any });
      const [at = 0] = first;
      const before = all.at(-1);
      if (before !== undefined) this.follow[before]?.push(at);
      all.push(at);
    }
    return { first: all.slice(0, 1), last: all, nullable: true, longest: most };
  }

  #maybe(item: Node, often: boolean): Part {
    const part = this.build(item);
    if (often) for (const at of part.last) for (const next of part.first) this.follow[at]?.push(next);
    return { ...part, nullable: true, longest: part.longest * (often ? MOST_REPEATS : 1) };
  }
}

function either(left: Part, right: Part): Part {
  return {
    first: [...left.first, ...right.first],
    last: [...left.last, ...right.last],
    nullable: left.nullable || right.nullable,
    longest: Math.max(left.longest, right.longest),
  };
}

/** Helpers that are as common as this are in most texts anyway. */
const MOST_OF_HELPERS = 1500;

/** The sets of words of which each match must hold one each, the rarest first. */
function anchorsOf(node: Node): readonly WordNode[] {
  if (node.is === "word") return [node];
  if (node.is === "one") {
    const all = node.options.map((option) => anchorsOf(option)[0]);
    if (all.includes(undefined)) return [];
    return [
      {
        is: "word",
        words: all.flatMap((one) => one?.words ?? []),
        begins: all.flatMap((one) => one?.begins ?? []),
        ends: all.flatMap((one) => one?.ends ?? []),
      },
    ];
  }
  if (node.is !== "all") return [];
  return node.items.flatMap((item) => anchorsOf(item)).sort((a, b) => costOf(a) - costOf(b));
}

function automatonOf(node: Node): Omit<Program, "anchors" | "helpers"> {
  const builder = new Builder();
  const { first, last, nullable, longest } = builder.build(node);
  if (nullable) throw new PhraseError("it would match anything: some word must be there");
  const lasts = new Uint8Array(builder.places.length);
  for (const at of last) lasts[at] = 1;
  return {
    places: builder.places,
    first: [...new Set(first)],
    follow: builder.follow.map((next) => (next.length < 2 ? next : [...new Set(next)])),
    last: lasts,
    longest,
  };
}

const NO_ANCHORS: WordNode = { is: "word", words: [], begins: [], ends: [] };

/** Compiles a phrase. Throws PhraseError when it is too large, or when no word of it must be there. */
export function programOf(phrase: Phrase): Program {
  const automaton = automatonOf(phrase.node);
  const [anchors, second] = anchorsOf(phrase.node);
  const helpers = second !== undefined && costOf(second) <= MOST_OF_HELPERS ? second : undefined;
  if (anchors === undefined) throw new PhraseError("it needs a word that must be there, outside of [ ]");
  const after = phrase.after;
  return {
    ...automaton,
    anchors,
    helpers,
    ...(after === undefined
      ? {}
      : { after: { ...automatonOf(after), anchors: NO_ANCHORS, helpers: undefined } }),
  };
}
