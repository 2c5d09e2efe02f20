import { type Message, msg, t } from "#core/language/t.ts";
import { labelOf } from "#core/peers/card/tags.ts";
import { PACES, TIMES } from "#core/peers/card/times.ts";
import type { PeerHelloCard, PeerNewsCard, PeerOfferCard, Shared } from "#core/peers/pairs/cards.ts";

/** Words that are the same on every platform, without markup: whoever shows them escapes what people wrote. */
export interface PeerWords {
  readonly title: string;
  /** Paragraphs. */
  readonly body: readonly string[];
}

/** What both chose: why the two were brought together. */
export function sharedWords({ tags, times, pace }: Shared): string {
  const labels = [...tags.map(labelOf), ...times.map((time) => t(TIMES[time]))].filter(
    (label) => label !== "",
  );
  return t("You both chose: {what}. How often: {pace}.", {
    what: labels.join(" · "),
    pace: t(PACES[pace]).toLowerCase(),
  });
}

const BEFORE_YES = [
  msg(
    "If you both say yes, I open a private thread for the two of you. There you see each other's name here and on this platform. Until then nobody learns who the other is.",
  ),
  msg(
    "If you don't want to, press Not now, or just leave it: after 7 days it goes away by itself. The other is never told.",
  ),
  msg("They are a member like you. Nobody checked who they are or what they say."),
];

const MENTOR = {
  you: msg(
    "They would like a mentor, and you would be theirs. You say what you went through; what to take, and how much, is for the people who treat them.",
  ),
  they: msg(
    "This is a mentor: somebody who has been through it, passed our short training and was approved by the moderators of this server. Not a clinician.",
  ),
} as const;

const STANDS: { readonly [S in Exclude<PeerOfferCard["stands"], "open">]: Message } = {
  "said-yes": msg(
    "You said yes. If they say yes too, I open a thread for you both. You can still change your mind until then.",
  ),
  "said-no": msg("This offer is closed for you. They are not told."),
  over: msg(
    "This offer is over. It says nothing about you: often people are just busy. I look again for you while matching is on.",
  ),
  together: msg("You both said yes. Look for the thread called “Two of you” on the server."),
};

export function offerWords({ shared, stands, mentor }: PeerOfferCard): PeerWords {
  const why = shared === undefined ? t("Press Show to see what you both chose.") : sharedWords(shared);
  const who = mentor === undefined ? [] : [t(MENTOR[mentor])];
  const titles = {
    none: t("Somebody here may be like you"),
    you: t("Somebody here would like a mentor"),
    they: t("A mentor here may suit you"),
  };
  // Of a mentor more was looked at than nothing; the words about them say what.
  const before = mentor === "they" ? BEFORE_YES.slice(0, -1) : BEFORE_YES;
  return {
    title: titles[mentor ?? "none"],
    body:
      stands === "open"
        ? [...who, why, ...before.map((words) => t(words))]
        : [...(stands === "over" ? [] : [why]), t(STANDS[stands])],
  };
}

const GROUND_RULES = [
  msg("Say what happened to you. Leave what to take, and how much, to the people who treat you."),
  msg("Keep to yourself what you hear here. No selling, and no money."),
  msg("You never owe an answer, and you can leave at any time without a reason."),
];

export function helloWords(card: PeerHelloCard): PeerWords & { readonly rules: readonly string[] } {
  if (card.hasEnded)
    return {
      title: t("This pair has ended"),
      body: [t("People leave for all sorts of reasons. With /connect you can find somebody else.")],
      rules: [],
    };
  return {
    title: t("Hello, you two"),
    body: [
      sharedWords(card.shared),
      t(
        "I don't read what you write here. The moderators of this server can open this thread. If you might be in danger now, call your local emergency number, or press Get help now.",
      ),
    ],
    rules: GROUND_RULES.map((rule) => t(rule)),
  };
}

function mentorNews(about: PeerNewsCard["about"], name: string): PeerWords | undefined {
  if (about === "mentored-before")
    return {
      title: t("You are no mentor any more"),
      body: [
        t(
          "You and {name} go on as a pair like any other, as long as you both like. They are told that, too.",
          {
            name,
          },
        ),
      ],
    };
  if (about === "no-mentor-now")
    return {
      title: t("Your pair goes on without a mentor"),
      body: [
        t("You and {name} go on as a pair like any other, as long as you both like.", { name }),
        t("If you would like a mentor, choose that in /connect."),
      ],
    };
  if (about === "handed-back")
    return {
      title: t("Your mentor has no time now"),
      body: [
        t("{name} has no time at the moment. It is not because of you. Your pair ends with that.", {
          name,
        }),
        t("I look for another mentor for you while matching is on; /connect shows whether it is."),
      ],
    };
  return undefined;
}

export function newsWords({ about }: PeerNewsCard, name: string): PeerWords {
  const mentor = mentorNews(about, name);
  if (mentor !== undefined) return mentor;
  if (about === "friends")
    return {
      title: t("You have a new friend here"),
      body: [t("You and {name} are friends now. With /friends you see your friends.", { name })],
    };
  return {
    title: t("The thread could not be opened"),
    body: [
      t(
        "You and {name} both said yes, but I could not open a thread for you two. It is not because of either of you. I look again for you while matching is on.",
        { name },
      ),
    ],
  };
}
