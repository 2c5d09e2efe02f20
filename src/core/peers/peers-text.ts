import type { Texts } from "#core/refusal-text.ts";

const MISSING = {
  tags: ["You have not said what you would like to share yet.", "Press What I share, and choose."],
  manner: ["You have not said when and how often yet.", "Press When and how often, and choose."],
} as const;

/** Words for what can be refused about finding somebody like oneself. */
export const PEERS_TEXT: Texts<"card_unfinished" | "pair_over" | "no_friends"> = {
  card_unfinished: ({ missing }) => ({
    title: "One step is left",
    detail: MISSING[missing][0],
    nextStep: MISSING[missing][1],
  }),
  no_friends: () => ({
    title: "No friends here yet",
    detail: "An update goes to your friends here, and you have none yet, so nothing was kept.",
    nextStep: "Use /connect to meet somebody; when you both press Add in /friends, you are friends.",
  }),
  pair_over: () => ({
    title: "This is over",
    detail: "This offer or pair is not open any more.",
    nextStep: "Use /connect to see how you are being matched.",
  }),
};
