import { analyse, type Notion } from "./analyse.ts";
import { keyNumber } from "./sketch.ts";
import { stands } from "./sketch-entry.ts";

/** A wording of what was asked, by its key, and how many texts have it. */
export interface AskedWording {
  readonly key: string;
  readonly number: number;
  readonly share: number;
  readonly adds: boolean;
  readonly entries: number;
}

export interface AskedNotion {
  /** How much it tells among these texts, 0 to MOST_TOLD. */
  readonly weight: number;
  readonly wordings: readonly AskedWording[];
}

export interface Asked {
  /** The most telling first. */
  readonly notions: readonly AskedNotion[];
  /** How strongly each word stands in what was asked, as if it were a text; by the number of its key. */
  readonly strengths: ReadonlyMap<number, number>;
}

/** A long story has many words by the way: only the most telling of it are asked for. */
const MOST_NOTIONS = 16;
const MOST_WORDINGS = 16;

/**
 * What is known of a word beforehand counts as much as this many texts would. In a young community, where every word is
 * rare, it alone tells "pain" from "Raynaud".
 */
const KNOWN_BEFOREHAND = 1000;
const SURE_ENOUGH = 0.6;
/** A word that one text in a million has tells no more than one that one in some thousands has. */
const MOST_TOLD = 8;

/** The logarithm of how many texts there are to one that has it, as far as it matters. */
function weightOf({ rarity, matters }: Notion, entries: number, texts: number): number {
  const beforehand = KNOWN_BEFOREHAND * Math.exp(-rarity);
  const told = Math.log((texts + KNOWN_BEFOREHAND + 1) / (entries + beforehand + 0.5));
  return matters * Math.min(MOST_TOLD, told);
}

/** The words of what was asked, before anything is known of the texts. */
export function termsOf(words: string): { notions: Notion[]; terms: string[] } {
  const seen = new Set<string>();
  const notions = analyse(words)
    .filter(({ wordings }) => {
      const name = wordings[0]?.term ?? "";
      return !seen.has(name) && seen.add(name);
    })
    .sort((one, other) => other.rarity * other.matters - one.rarity * one.matters)
    .slice(0, MOST_NOTIONS)
    .map((notion) => ({ ...notion, wordings: notion.wordings.slice(0, MOST_WORDINGS) }));
  return {
    notions,
    terms: [...new Set(notions.flatMap(({ wordings }) => wordings.map(({ term }) => term)))],
  };
}

/** Weighs what was asked by how many of the texts have its words. */
export function weighed(
  notions: readonly Notion[],
  texts: number,
  known: (term: string) => { key: string; entries: number },
): Asked {
  const strengths = new Map<number, number>();
  const asked = notions.map((notion) => {
    const wordings = notion.wordings.map((wording) => {
      const { key, entries } = known(wording.term);
      return { ...wording, key, entries, number: keyNumber(key) };
    });
    for (const wording of wordings)
      strengths.set(wording.number, Math.max(strengths.get(wording.number) ?? 0, stands(wording)));
    const sure = wordings.filter(({ share, adds }) => !adds && share >= SURE_ENOUGH);
    const entries = Math.max(0, ...sure.map((wording) => wording.entries));
    return { weight: weightOf(notion, entries, texts), wordings };
  });
  return { notions: asked.sort((one, other) => other.weight - one.weight), strengths };
}
