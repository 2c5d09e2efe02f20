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

const CANNOT_ASK = {
  over: {
    detail: msg("It was answered, taken back or closed, or its text is gone."),
    nextStep: msg("Use /my to see how your questions stand."),
  },
  "team-only": {
    detail: msg("This one stays with the team: they look at it with more care than members can."),
    nextStep: msg("Nothing changes for your question. Press Get help now if you might be in danger."),
  },
} as const;

/** Words for what can be refused about finding somebody like oneself. */
export const PEERS_TEXT: Texts<
  "cannot_ask_peers" | "card_unfinished" | "pair_over" | "no_friends" | "friends_full"
> = {
  cannot_ask_peers: ({ why }) => ({
    title: t("Other members cannot be asked about this one"),
    ...advise(CANNOT_ASK[why]),
  }),
  card_unfinished: ({ missing }) => ({ title: t("One step is left"), ...advise(MISSING[missing]) }),
  no_friends: () => ({
    title: t("No friends here yet"),
    detail: t("An update goes to your friends here, and you have none yet, so nothing was kept."),
    nextStep: t("Use /connect to meet somebody; when you both press Add in /friends, you are friends."),
  }),
  friends_full: ({ most }) => ({
    title: t("You have {most} friends here, which is the most", { most }),
    detail: t("There is no room for one more, so nothing was noted and nobody was told."),
    nextStep: t("Remove somebody in /friends, then press Add again."),
  }),
  pair_over: () => ({
    title: t("This is over"),
    detail: t("This offer or pair is not open any more."),
    nextStep: t("Use /connect to see how you are being matched."),
  }),
};
