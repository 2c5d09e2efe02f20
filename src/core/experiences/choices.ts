import { TOPICS, type Topic } from "#core/credentials/topics.ts";

/** Whose experience it is: one's own, or that of somebody one cares for, by what they are to one. */
export const RELATIONS = ["parent", "child", "partner", "relative", "friend", "client"] as const;
export type Relation = (typeof RELATIONS)[number];

export const OUTCOMES = ["a-lot", "some", "no-difference", "worse"] as const;
export type Outcome = (typeof OUTCOMES)[number];

/** How soon one could tell. */
export const NOTICED = ["days", "weeks", "months"] as const;
export type Noticed = (typeof NOTICED)[number];

/** What is chosen, since a form has no room for it. All of it is needed before anything is shared. */
export interface Choices {
  readonly topic?: Topic;
  readonly whose?: "self" | Relation;
  readonly outcome?: Outcome;
  readonly noticed?: Noticed;
}

export type Choice = keyof Choices;

export const CHOICES = {
  topic: TOPICS,
  whose: ["self", ...RELATIONS],
  outcome: OUTCOMES,
  noticed: NOTICED,
} as const satisfies { readonly [C in Choice]: readonly NonNullable<Choices[C]>[] };

/** One choice by its stored or pressed words; undefined where there is no such one. */
export function choiceOf(choice: string, value: string): Choices | undefined {
  if (!Object.hasOwn(CHOICES, choice)) return undefined;
  const possible: readonly string[] = CHOICES[choice as Choice];
  return possible.includes(value) ? ({ [choice]: value } as Choices) : undefined;
}

export const missingOf = (choices: Choices): Choice[] =>
  (Object.keys(CHOICES) as Choice[]).filter((choice) => choices[choice] === undefined);

/** The columns that hold what was chosen. */
interface ChosenColumns {
  readonly topic: string | null;
  readonly forWhom: string | null;
  readonly relation: string | null;
  readonly outcome: string | null;
  readonly noticed: string | null;
}

export function columnsOf({ topic, whose, outcome, noticed }: Choices): ChosenColumns {
  return {
    topic: topic ?? null,
    forWhom: whose === undefined ? null : whose === "self" ? "self" : "other",
    relation: whose === undefined || whose === "self" ? null : whose,
    outcome: outcome ?? null,
    noticed: noticed ?? null,
  };
}

export function choicesOf({ topic, forWhom, relation, outcome, noticed }: ChosenColumns): Choices {
  const whose = forWhom === "self" ? "self" : relation;
  return {
    ...choiceOf("topic", topic ?? ""),
    ...choiceOf("whose", whose ?? ""),
    ...choiceOf("outcome", outcome ?? ""),
    ...choiceOf("noticed", noticed ?? ""),
  };
}
