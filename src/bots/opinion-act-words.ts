import type { Stance } from "#core/questions/second-opinion/stance.ts";

/** What a colleague did, for the team. */
export const OPINION_ACTS = {
  agree: "agrees with the answer of",
  add: "adds to the answer of",
  differ: "sees differently what was answered by",
} as const satisfies Record<Stance, string>;
