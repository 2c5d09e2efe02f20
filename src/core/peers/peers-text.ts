import type { Texts } from "#core/refusal-text.ts";

const MISSING = {
  tags: ["You have not said what you would like to share yet.", "Press What I share, and choose."],
  manner: ["You have not said when and how often yet.", "Press When and how often, and choose."],
} as const;

/** Words for what can be refused about finding somebody like oneself. */
export const PEERS_TEXT: Texts<"card_unfinished" | "pair_over"> = {
  card_unfinished: ({ missing }) => ({
    title: "One step is left",
    detail: MISSING[missing][0],
    nextStep: MISSING[missing][1],
  }),
  pair_over: () => ({
    title: "This is over",
    detail: "This offer or pair is not open any more.",
    nextStep: "Use /connect to see how you are being matched.",
  }),
};
