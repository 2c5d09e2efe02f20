import type { Tag } from "../card/tags.ts";
import type { Pace, Time } from "../card/times.ts";

/** What both of a pair chose, and nothing that only one did. */
export interface Shared {
  readonly tags: readonly Tag[];
  readonly pace: Pace;
  readonly times: readonly Time[];
}

/** To one of two who may suit each other. It names nobody: a name comes only when both said yes. */
export interface PeerOfferCard {
  readonly kind: "peer-offer";
  readonly pairId: string;
  readonly community: string;
  /** Undefined where the member wishes that nothing of it is pushed: then it is behind Show. */
  readonly shared: Shared | undefined;
  /** How it stands for this one; "said-yes" whatever the other said. */
  readonly stands: "open" | "said-yes" | "said-no" | "over" | "together";
  /** Which of the two is the other's mentor, as long as that holds; undefined where neither is. */
  readonly mentor: "you" | "they" | undefined;
  readonly closesAt: Date;
}

/** The first card in the thread of the two. */
export interface PeerHelloCard {
  readonly kind: "peer-hello";
  readonly pairId: string;
  readonly community: string;
  readonly number: number;
  readonly names: readonly string[];
  readonly shared: Shared;
  readonly hasEnded: boolean;
}

/** To one of the two, privately. */
export type NewsAbout =
  | "friends"
  | "not-opened"
  /** The pair goes on, and nobody in it is a mentor any more: to the mentor, and to the other. */
  | "mentored-before"
  | "no-mentor-now"
  /** The mentor has no time now. */
  | "handed-back";

export interface PeerNewsCard {
  readonly kind: "peer-news";
  readonly community: string;
  readonly about: NewsAbout;
  /** The other's name here, where they met. */
  readonly name: string;
}
