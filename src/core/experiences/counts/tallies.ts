import type { Noticed, Outcome } from "../choices.ts";

/** What is counted of a treatment, each by itself: how many wrote, how it went, how soon they could tell. */
export const TALLIES = ["people", "outcome", "noticed"] as const;
export type Tally = (typeof TALLIES)[number];

/** The columns of TreatmentCount that belong to each: each is told with all of its cells, or not at all. */
export const CELLS = {
  people: ["people"],
  outcome: ["helped", "notHelped"],
  noticed: ["withinWeeks", "laterOn"],
} as const satisfies Record<Tally, readonly string[]>;

export type Cell = (typeof CELLS)[Tally][number];

const OUTCOME_CELLS = {
  "a-lot": "helped",
  some: "helped",
  "no-difference": "notHelped",
  worse: "notHelped",
} as const satisfies Record<Outcome, Cell>;

const NOTICED_CELLS = {
  days: "withinWeeks",
  weeks: "withinWeeks",
  months: "laterOn",
} as const satisfies Record<Noticed, Cell>;

/** Where somebody's word counts in each tally. */
export const cellsOf = ({
  outcome,
  noticed,
}: {
  outcome: Outcome;
  noticed: Noticed;
}): Record<Tally, Cell> => ({
  people: "people",
  outcome: OUTCOME_CELLS[outcome],
  noticed: NOTICED_CELLS[noticed],
});
