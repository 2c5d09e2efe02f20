import { analyse } from "#core/foundation/search/analyse.ts";
import { LITTLE_WORDS } from "#core/foundation/search/little-words.ts";
import type { Sketch } from "#core/foundation/search/sketch.ts";
import { wordTables } from "#core/foundation/search/tables.ts";
import { EVERY_TEXT, topicTerm } from "#core/foundation/search/word-keys.ts";

export const TOPICS = ["Medicines", "Symptoms", "Tests and results", "Living with a condition"] as const;

export type Random = () => number;

/** The same numbers in every run. */
export function seeded(seed: number): Random {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Draws items as often as their weights say. */
function drawing<T>(items: readonly T[], weightOf: (item: T, rank: number) => number): (random: Random) => T {
  let sum = 0;
  const sums = items.map((item, rank) => (sum += weightOf(item, rank)));
  return (random) => {
    const wanted = random() * sum;
    let [low, high] = [0, sums.length - 1];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((sums[middle] ?? 0) < wanted) low = middle + 1;
      else high = middle;
    }
    const item = items[low];
    if (item === undefined) throw new Error("there is nothing to draw");
    return item;
  };
}

const { words, levelOf, conceptsOf } = wordTables();
const telling = words.filter((word) => word.length > 2 && !LITTLE_WORDS.has(word));
/** Everyday words as often as people say them; words of medicine as Zipf has it, the commoner ones first. */
const everyday = drawing(
  telling.filter((word) => conceptsOf([word]).length === 0),
  (word) => 2 ** (levelOf(word) ?? 0),
);
const medical = drawing(
  telling.filter((word) => conceptsOf([word]).length > 0),
  (_, rank) => 1 / (rank + 20),
);

export interface SyntheticText {
  readonly topic: string;
  readonly heading: readonly string[];
  readonly body: readonly string[];
}

const some = (count: number, draw: (random: Random) => string, random: Random) =>
  Array.from({ length: count }, () => draw(random));

export function syntheticText(random: Random): SyntheticText {
  return {
    topic: TOPICS[Math.floor(random() * TOPICS.length)] ?? "",
    heading: [...some(2, medical, random), ...some(3, everyday, random)],
    body: [...some(4, medical, random), ...some(22, everyday, random)],
  };
}

/** A patient's question about a text: some of its words, one perhaps misspelled; or one common word; or a long story. */
export function questionAbout({ heading, body }: SyntheticText, random: Random): string {
  const kind = random();
  if (kind < 0.1) return medical(random);
  if (kind < 0.2) return [...heading, ...body, ...some(20, everyday, random)].join(" ");
  const chosen = [...heading.slice(0, 2), ...some(1, everyday, random), heading[3] ?? ""];
  if (kind > 0.4) return chosen.join(" ");
  const [first = ""] = chosen;
  const at = 1 + Math.floor(random() * Math.max(1, first.length - 2));
  return [first.slice(0, at) + first.slice(at + 1), ...chosen.slice(1)].join(" ");
}

/**
 * Makes sketches as sketchOf does, but of words that were each analysed once: a million texts would take hours otherwise.
 * Phrases are not looked for.
 */
export function sketcher(keyOf: (term: string) => string): (text: SyntheticText) => Sketch {
  const known = new Map<string, { weight: number; keys: { key: string; share: number }[] }>();
  const of = (word: string) => {
    const before = known.get(word);
    if (before !== undefined) return before;
    const [notion] = analyse(word);
    const keys = (notion?.wordings ?? []).map(({ term, share }) => ({ key: keyOf(term), share }));
    const made = { weight: (notion?.rarity ?? 0) * (notion?.matters ?? 0), keys };
    known.set(word, made);
    return made;
  };
  const labels = new Map(TOPICS.map((topic) => [topic as string, keyOf(topicTerm(topic))]));
  const every = keyOf(EVERY_TEXT);
  return ({ topic, heading, body }) => {
    const strengths = new Map<string, { heading: number; body: number }>();
    for (const { key, share } of heading.flatMap((word) => of(word).keys))
      strengths.set(key, { heading: share, body: 0 });
    for (const { key, share } of body.flatMap((word) => of(word).keys))
      strengths.set(key, { heading: strengths.get(key)?.heading ?? 0, body: share * 0.7 });
    const places = new Map([...strengths.keys()].map((key, place) => [key, place]));
    const label = { heading: 0, body: 0 };
    return {
      words: [
        ...[...strengths].map(([key, strength]) => ({ key, ...strength })),
        { key: every, ...label },
        { key: labels.get(topic) ?? "", ...label },
      ],
      heading: heading.map((word) => ({
        weight: of(word).weight,
        wordings: of(word).keys.map(({ key, share }) => ({ word: places.get(key) ?? 0, share, adds: false })),
      })),
    };
  };
}
