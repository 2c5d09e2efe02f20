import { HEADS, type Topic } from "../meaning/heads.ts";
import { type Meaning, readMeaning } from "../meaning/read-meaning.ts";
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

/** From which likelihood on a topic is worth a signal; chosen with the figures of both parts of the corpus in view. */
const LEAST: Readonly<Record<"alarm" | "concern" | Exclude<Topic, "danger">, number>> = {
  alarm: 0.9,
  concern: 0.85,
  impersonation: 0.5,
  spam: 0.5,
  harassment: 0.7,
  advice: 0.96,
};

/** Fewer known words than this say nothing. */
const LEAST_WORDS = 2;

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

function dangerIn({ likely }: Meaning): Found | undefined {
  const [none = 1, , crisis = 0, emergency = 0] = likely.danger;
  if (crisis + emergency >= LEAST.alarm) {
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

/**
 * What the trained reading makes of a text: at most one signal a topic, with the words that speak most for it. What
 * the words before deny is one level less. The rule is named for the topic and the label: "learned.danger.crisis".
 */
export function findLearned(
  forms: Folded,
  tokens: readonly Token[],
  items: Items,
  language: Language,
  direction: Direction,
  weigher: Weigher,
): readonly Signal[] {
  const topics = TOPICS_OF[direction];
  if (language === "other") return [];
  const meaning = readMeaning(forms.text, tokens, language, topics);
  if (meaning.known < LEAST_WORDS) return [];
  return topics.flatMap((topic) => {
    const found = topic === "danger" ? dangerIn(meaning) : otherIn(meaning, topic);
    if (found === undefined) return [];
    const { start, end } = meaning.because(topic, found.label);
    const score = Math.round(found.score * 100) / 100;
    const rule = `learned.${topic}.${HEADS[topic][found.label]}`;
    const first = itemAt(items, start);
    const denied = topic === "danger" && weigher.isThere("denied", { first, last: first });
    if (denied && found.kind === "concern") return [];
    const kind = denied ? "concern" : found.kind;
    return [{ kind, action: actionOf(kind), rule, ...spanInInput(forms, start, end), score }];
  });
}
