/** What is on record of a provider's answers: facts with their times, so that nothing has to be counted along. */
export interface LadderFacts {
  /** The community's setting; 0 is off. */
  readonly secondLooks: number;
  /** When colleagues passed answers of theirs. */
  readonly passedAt: readonly Date[];
  /** When an answer of theirs was sent back, or reported. */
  readonly slippedAt: readonly Date[];
}

/** Step 1: a colleague looks at the next `left` answers before they are sent. Step 2: answers go straight out. */
export type Step = { readonly step: 1; readonly left: number } | { readonly step: 2 };

/**
 * The step that the facts give, in whatever order they are told. Answers count that were passed after the last slip; one
 * that was passed in the same moment does not.
 */
export function stepOf({ secondLooks, passedAt, slippedAt }: LadderFacts): Step {
  const lastSlip = Math.max(Number.NEGATIVE_INFINITY, ...slippedAt.map((at) => at.getTime()));
  const passed = passedAt.filter((at) => at.getTime() > lastSlip).length;
  const left = secondLooks - passed;
  return left > 0 ? { step: 1, left } : { step: 2 };
}
