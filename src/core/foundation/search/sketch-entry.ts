import { analyse, type Notion, type Wording } from "./analyse.ts";
import { LONGEST_LIST, type Sketch, type SketchNotion } from "./sketch.ts";

/** A word that stands in a long text by the way says less of it than one in a short text. */
const USUAL_NOTIONS = 40;
const MOST_HEADING_NOTIONS = 24;
const MOST_WORDINGS = 16;

interface Strength {
  heading: number;
  body: number;
}

/** In a text a word of a phrase stands there as itself. */
export const stands = ({ share, adds }: Wording): number => (adds ? 1 : share);

/** How strongly a word stands in a body that has so many notions, when `times` of them are it. */
function bodyStrength(times: number, notions: number): number {
  return times / (times + 0.4 * (0.25 + (0.75 * notions) / USUAL_NOTIONS));
}

function strengthsOf(heading: readonly Notion[], body: readonly Notion[]): Map<string, Strength> {
  const strengths = new Map<string, Strength>();
  const of = (term: string): Strength => {
    const known = strengths.get(term) ?? { heading: 0, body: 0 };
    strengths.set(term, known);
    return known;
  };
  for (const wording of heading.flatMap(({ wordings }) => wordings)) {
    const known = of(wording.term);
    known.heading = Math.max(known.heading, stands(wording));
  }
  const times = new Map<string, number>();
  for (const wording of body.flatMap(({ wordings }) => wordings))
    times.set(wording.term, (times.get(wording.term) ?? 0) + stands(wording));
  for (const [term, count] of times) of(term).body = bodyStrength(count, body.length);
  return strengths;
}

/** What is kept of a text to weigh it by. Of a very long one the words that come first. */
export function sketchOf(text: { heading: string; body: string }, keyOf: (word: string) => string): Sketch {
  const heading = analyse(text.heading).slice(0, MOST_HEADING_NOTIONS);
  const strengths = [...strengthsOf(heading, analyse(text.body))].slice(0, LONGEST_LIST);
  const places = new Map(strengths.map(([term], place) => [term, place]));
  const placed = ({ rarity, matters, wordings }: Notion): SketchNotion => ({
    weight: rarity * matters,
    wordings: wordings.slice(0, MOST_WORDINGS).flatMap(({ term, share, adds }) => {
      const word = places.get(term);
      return word === undefined ? [] : [{ word, share, adds }];
    }),
  });
  return {
    words: strengths.map(([term, strength]) => ({ key: keyOf(term), ...strength })),
    heading: heading.map(placed),
  };
}
