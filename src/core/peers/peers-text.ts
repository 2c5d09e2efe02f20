import { msg, t } from "#core/language/t.ts";
import { advise, type Texts } from "#core/refusal-text.ts";

const MISSING = {
  tags: {
    detail: msg("You have not said what you would like to share yet."),
    nextStep: msg("Press What I share, and choose."),
  },
  manner: {
    detail: msg("You have not said when and how often yet."),
    nextStep: msg("Press When and how often, and choose."),
  },
} as const;

/** Words for what can be refused about finding somebody like oneself. */
export const PEERS_TEXT: Texts<"card_unfinished" | "pair_over" | "no_friends"> = {
  card_unfinished: ({ missing }) => ({ title: t("One step is left"), ...advise(MISSING[missing]) }),
  no_friends: () => ({
    title: t("No friends here yet"),
    detail: t("An update goes to your friends here, and you have none yet, so nothing was kept."),
    nextStep: t("Use /connect to meet somebody; when you both press Add in /friends, you are friends."),
  }),
  pair_over: () => ({
    title: t("This is over"),
    detail: t("This offer or pair is not open any more."),
    nextStep: t("Use /connect to see how you are being matched."),
  }),
};
