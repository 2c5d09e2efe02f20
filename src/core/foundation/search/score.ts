import type { Asked } from "./asked-words.ts";
import { eachWord, headingOf } from "./sketch.ts";

/** A heading says what a text is about; in its body something may be said by the way. */
const IN_BODY = 0.8;
/** A notion that the text has by half, and that tells something, is one that both speak of. */
const HALF_CARRIED = 0.45;
const TELLS_SOMETHING = 2.5;
const MOST_CARRIED = 20;
const MOST_SHARED = 3;

/**
 * Found by logistic regression on the tuned half of the questions in test/fixtures/search (docs/adr/0024): how much of what
 * was asked the text carries, how many notions they share, how much of the heading was asked for; and against it the
 * weightiest notion that the text does not have, since then it is likely about something else ("metformin" and "nursing").
 */
const FITTED = { carried: 0.309, shared: 1.163, heading: 1.5, missing: -0.284, bias: -3.76 };

interface Wording {
  readonly share: number;
  readonly adds: boolean;
}

/** The best single wording, or the words of the phrase together. */
function carriedBy<W extends Wording>(wordings: readonly W[], strengthOf: (wording: W) => number): number {
  let best = 0;
  let sum = 0;
  for (const wording of wordings) {
    const value = wording.share * strengthOf(wording);
    if (wording.adds) sum += value;
    else if (value > best) best = value;
  }
  return Math.min(1, Math.max(best, sum));
}

/** How strongly the words that were asked for stand in a text, and which places of its list they have. */
function standingOf({ strengths }: Asked, sketch: Uint8Array) {
  const standing = new Map<number, number>();
  const askedAt = new Map<number, number>();
  eachWord(sketch, (word, place, heading, body) => {
    const asked = strengths.get(word);
    if (asked === undefined) return;
    standing.set(word, Math.max(heading, IN_BODY * body));
    askedAt.set(place, asked);
  });
  return { standing, askedAt };
}

/** How much of the heading was asked for, 0 to 1: low when the text is about something else too. */
function headingAskedFor(askedAt: ReadonlyMap<number, number>, sketch: Uint8Array): number {
  let whole = 0;
  let carried = 0;
  for (const { weight, wordings } of headingOf(sketch)) {
    whole += weight;
    carried += weight * carriedBy(wordings, ({ word }) => askedAt.get(word) ?? 0);
  }
  return whole === 0 ? 0 : carried / whole;
}

/** How likely a text is about what was asked, 0 to 1. */
export function scoreOf(asked: Asked, sketch: Uint8Array): number {
  const { standing, askedAt } = standingOf(asked, sketch);
  let carried = 0;
  let shared = 0;
  let missing = 0;
  for (const { weight, wordings } of asked.notions) {
    const part = carriedBy(wordings, ({ number }) => standing.get(number) ?? 0);
    carried += weight * part;
    missing = Math.max(missing, weight * (1 - part));
    if (part > HALF_CARRIED && weight > TELLS_SOMETHING) shared += 1;
  }
  const sum =
    FITTED.carried * Math.min(MOST_CARRIED, carried) +
    FITTED.shared * Math.min(MOST_SHARED, shared) +
    FITTED.heading * headingAskedFor(askedAt, sketch) +
    FITTED.missing * missing +
    FITTED.bias;
  return 1 / (1 + Math.exp(-sum));
}
