/** What some would rather not come upon unasked: a warning before a text, and never a judgement of it. */
export const AMBERS = [
  "weight-food",
  "death-dying",
  "self-harm",
  "blood-procedures",
  "violence",
  "pregnancy-loss",
  "substance-use",
] as const;
export type Amber = (typeof AMBERS)[number];

export const amberOf = (stored: string): Amber | undefined => AMBERS.find((known) => known === stored);

/** In the order of the list, each once. */
export const ambersIn = (stored: readonly string[]): Amber[] =>
  AMBERS.filter((known) => stored.includes(known));
