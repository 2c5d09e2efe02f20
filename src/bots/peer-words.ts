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
  const labels = [...tags.map(labelOf), ...times.map((time) => TIMES[time])].filter((label) => label !== "");
  return `You both chose: ${labels.join(" · ")}. How often: ${PACES[pace].toLowerCase()}.`;
}

const BEFORE_YES = [
  "If you both say yes, I open a private thread for the two of you. There you see each other's name here and on this platform. Until then nobody learns who the other is.",
  "If you don't want to, press Not now, or just leave it: after 7 days it goes away by itself. The other is never told.",
  "They are a member like you. Nobody checked who they are or what they say.",
];

const STANDS: { readonly [S in Exclude<PeerOfferCard["stands"], "open">]: string } = {
  "said-yes":
    "You said yes. If they say yes too, I open a thread for you both. You can still change your mind until then.",
  "said-no": "This offer is closed for you. They are not told.",
  over: "This offer is over. It says nothing about you: often people are just busy. I look again for you while matching is on.",
  together: "You both said yes. Look for the thread called “Two of you” on the server.",
};

export function offerWords({ shared, stands }: PeerOfferCard): PeerWords {
  const why = shared === undefined ? "Press Show to see what you both chose." : sharedWords(shared);
  return {
    title: "Somebody here may be like you",
    body: stands === "open" ? [why, ...BEFORE_YES] : [...(stands === "over" ? [] : [why]), STANDS[stands]],
  };
}

const GROUND_RULES = [
  "Say what happened to you. Leave what to take, and how much, to the people who treat you.",
  "Keep to yourself what you hear here. No selling, and no money.",
  "You never owe an answer, and you can leave at any time without a reason.",
];

export function helloWords(card: PeerHelloCard): PeerWords & { readonly rules: readonly string[] } {
  if (card.hasEnded)
    return {
      title: "This pair has ended",
      body: ["People leave for all sorts of reasons. With /connect you can find somebody else."],
      rules: [],
    };
  return {
    title: "Hello, you two",
    body: [
      sharedWords(card.shared),
      "I don't read what you write here. The moderators of this server can open this thread. If you might be in danger now, call your local emergency number, or press Get help now.",
    ],
    rules: GROUND_RULES,
  };
}

export function newsWords({ about }: PeerNewsCard, name: string): PeerWords {
  if (about === "friends")
    return {
      title: "You have a new friend here",
      body: [`You and ${name} are friends now. With /friends you see your friends.`],
    };
  return {
    title: "The thread could not be opened",
    body: [
      `You and ${name} both said yes, but I could not open a thread for you two. It is not because of either of you. I look again for you while matching is on.`,
    ],
  };
}
