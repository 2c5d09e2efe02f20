/** How one part of two names agrees. */
export interface Agreement {
  readonly outcome: "same" | "similar" | "different" | "not-compared";
  /** What they agree by, or why they do not. */
  readonly by: By;
  /** 1 for the same, 0 for nothing in common. */
  readonly score: number;
}

type By =
  | "letters"
  | "small words"
  | "one of its parts"
  | "a part of each"
  | "its beginning, as it was cut"
  | "a nickname"
  | "an initial"
  | "the middle name"
  | "a likeness"
  | "nothing";

/** Likeness by Jaro-Winkler: from here on two names are nearly one, … */
export const STRONG = 0.95;
/** … close, … */
export const CLOSE = 0.92;
/** … or at least worth a look. */
export const WEAK = 0.8;

export const NOT_COMPARED: Agreement = { outcome: "not-compared", by: "nothing", score: 0 };

const SAME = new Set<By>([
  "letters",
  "small words",
  "one of its parts",
  "its beginning, as it was cut",
  "a nickname",
]);

/** Only what is the same but for the way of writing is "same": two people may be called Johnson and Johnston. */
export function agreement(by: By, score: number): Agreement {
  if (SAME.has(by)) return { outcome: "same", by, score };
  return { outcome: score >= WEAK ? "similar" : "different", by, score };
}

const RANK = { same: 3, similar: 2, different: 1, "not-compared": 0 } as const;

/** The one that agrees best: a way of writing stands before any likeness. The first of equal ones. */
export function best(agreements: readonly Agreement[]): Agreement {
  let found = NOT_COMPARED;
  for (const one of agreements) {
    const rank = RANK[one.outcome] - RANK[found.outcome];
    if (rank > 0 || (rank === 0 && one.score > found.score)) found = one;
  }
  return found;
}
