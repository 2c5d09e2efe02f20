/** What the learned reading tells apart, by topic; the first label of each is the harmless one. */
export const HEADS = {
  danger: ["none", "concern", "crisis", "emergency"],
  impersonation: ["noclaim", "claim"],
  spam: ["ok", "spam", "drug_sale", "miracle_cure"],
  harassment: ["ok", "attack"],
  advice: ["general", "individualised_dosing", "diagnosis"],
} as const;

export type Topic = keyof typeof HEADS;

export const TOPICS = Object.keys(HEADS) as readonly Topic[];

/** Where the labels of each topic begin among all labels. */
export const HEAD_STARTS: Readonly<Record<Topic, number>> = (() => {
  const starts = {} as Record<Topic, number>;
  let at = 0;
  for (const topic of TOPICS) {
    starts[topic] = at;
    at += HEADS[topic].length;
  }
  return starts;
})();

export const LABEL_COUNT = TOPICS.reduce((sum, topic) => sum + HEADS[topic].length, 0);

/** Several readers, trained apart, agree on an answer: their mean errs less than one. */
export const READERS = 2;
/** How many filters each reader has, and how many words a filter sees at once. */
export const FILTERS = 40;
export const WIDTH = 3;
