import { t } from "#core/language/t.ts";

/** What a question can be about; whoever asks chooses one. */
export const TOPICS = [
  "Medicines",
  "Symptoms",
  "Tests and results",
  "Living with a condition",
  "Mental health",
  "Pregnancy and children",
  "Food and movement",
  "Finding care",
  "Something else",
] as const;

export type Topic = (typeof TOPICS)[number];

/** A topic as whoever reads it says it; what is kept is English. */
export const topicWords = (kept: string): string => {
  const topic = TOPICS.find((one) => one === kept);
  return topic === undefined ? kept : t(topic);
};

/** Lay advice that any profession may give; "Something else" says nothing. */
export const ANYONES: readonly string[] = [
  "Living with a condition",
  "Finding care",
  "Something else",
] satisfies Topic[];
