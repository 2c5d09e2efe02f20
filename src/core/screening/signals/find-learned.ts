import { HEADS, type Topic } from "../meaning/heads.ts";
import { type Meaning, readMeaning } from "../meaning/read-meaning.ts";
import type { Effect } from "../policies/policy-file.ts";
import { type Folded, spanInInput } from "../reading/fold.ts";
import type { Items } from "../reading/items.ts";
import type { Language } from "../reading/language.ts";
import type { Token } from "../reading/tokens.ts";
import { actionOf, type Direction, type Signal, type SignalKind } from "../screening.ts";
import type { Weigher } from "./weigh.ts";

const TOPICS_OF: Readonly<Record<Direction, readonly Topic[]>> = {
  inbound: ["danger", "impersonation", "spam", "harassment"],
  answer: ["advice"],
};

/** From which likelihood on a topic is worth a signal; chosen by the figures of corpus/heldout, never of corpus/reserve. */
const LEAST: Readonly<Record<"alarm" | "concern" | Exclude<Topic, "danger">, number>> = {
  alarm: 0.33,
  concern: 0.6,
  impersonation: 0.33,
  spam: 0.33,
  harassment: 0.35,
  advice: 0.58,
};

/** Vetoes of the default pack that hold for what the readers find as well, around the words that speak most for it. */
export const READERS_UNLESS: Readonly<Record<Topic, Readonly<Record<string, Effect>>>> = {
  danger: { denied: "lower", idiom: "lower", "sooner-than": "lower", "treatment-choice": "drop" },
  impersonation: { "no-clinician": "drop" },
  spam: { "not-selling": "drop" },
  harassment: {},
  advice: {},
};

/** Fewer known words than this say nothing. */
const LEAST_WORDS = 4;

const KIND_OF: Readonly<Record<Exclude<Topic, "danger">, SignalKind>> = {
  impersonation: "impersonation",
  spam: "sales",
  harassment: "harassment",
  advice: "advice",
};

interface Found {
  readonly kind: SignalKind;
  readonly topic: Topic;
  readonly label: number;
  readonly score: number;
}

/** A few words say little, and texts longer than the readers learned from look like much: they must be surer then. */
const SHORT = 10;
const LEAST_IN_SHORT = 0.45;
const LONG = 50;
const LEAST_IN_LONG = 0.88;

function leastFor(known: number): number {
  if (known < SHORT) return LEAST_IN_SHORT;
  return known > LONG ? LEAST_IN_LONG : LEAST.alarm;
}

function dangerIn({ likely, known }: Meaning): Found | undefined {
  const least = leastFor(known);
  const [none = 1, , crisis = 0, emergency = 0] = likely.danger;
  if (crisis + emergency >= least) {
    const kind = crisis >= emergency ? "crisis" : "emergency";
    return { kind, topic: "danger", label: HEADS.danger.indexOf(kind), score: crisis + emergency };
  }
  return 1 - none >= LEAST.concern
    ? { kind: "concern", topic: "danger", label: 1, score: 1 - none }
    : undefined;
}

function otherIn({ likely }: Meaning, topic: Exclude<Topic, "danger">): Found | undefined {
  const labels = likely[topic];
  const score = 1 - (labels[0] ?? 1);
  if (score < LEAST[topic]) return undefined;
  let label = 1;
  for (let other = 2; other < labels.length; other++)
    if ((labels[other] ?? 0) > (labels[label] ?? 0)) label = other;
  return { kind: KIND_OF[topic], topic, label, score };
}

/** The item that begins at or after an offset of the folded text. */
function itemAt({ starts, kinds }: Items, offset: number): number {
  let low = 0;
  let high = kinds.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((starts[middle] ?? 0) < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Under this likelihood of any harm the reading is sure that there is none; of a few words it must be surer. */
const SURE_OF_NONE = 0.15;
const SURE_OF_NONE_IN_SHORT = 0.04;

/** What the trained readers make of a text, for its direction; undefined in a language that they do not know. */
export function readFor(
  forms: Folded,
  tokens: readonly Token[],
  language: Language,
  direction: Direction,
): Meaning | undefined {
  if (language === "other") return undefined;
  const meaning = readMeaning(forms.text, tokens, language, TOPICS_OF[direction]);
  return meaning.known < LEAST_WORDS ? undefined : meaning;
}

/** Whether the readers are sure that nobody is in danger: then what a rule takes for danger is a concern. */
export function isSureOfNone(meaning: Meaning | undefined): boolean {
  if (meaning === undefined) return false;
  const least = meaning.known < SHORT ? SURE_OF_NONE_IN_SHORT : SURE_OF_NONE;
  return 1 - (meaning.likely.danger?.[0] ?? 0) < least;
}

/**
 * What the trained reading makes of a text: at most one signal a topic, with the words that speak most for it. What
 * the words before deny, or what a rule heard denied in the same sentence, is one level less. The rule is named for the topic and the label: "learned.danger.crisis".
 */
export function findLearned(
  forms: Folded,
  items: Items,
  meaning: Meaning | undefined,
  direction: Direction,
  { weigher, lowered }: { weigher: Weigher; lowered: ReadonlySet<number> },
): readonly Signal[] {
  if (meaning === undefined) return [];
  return TOPICS_OF[direction].flatMap((topic) => {
    const found = topic === "danger" ? dangerIn(meaning) : otherIn(meaning, topic);
    if (found === undefined) return [];
    const { start, end } = meaning.because(topic, found.label);
    const score = Math.round(found.score * 100) / 100;
    const rule = `learned.${topic}.${HEADS[topic][found.label]}`;
    const first = itemAt(items, start);
    const said = topic === "danger" && lowered.has(items.sentences[first] ?? 0);
    const effect = said ? "lower" : weigher.effectOn({ first, last: first }, READERS_UNLESS[topic]);
    if (effect === "drop" || (effect === "lower" && found.kind === "concern")) return [];
    const kind = effect === "lower" ? "concern" : found.kind;
    return [{ kind, action: actionOf(kind), rule, ...spanInInput(forms, start, end), score }];
  });
}
