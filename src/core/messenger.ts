import type { CredentialAlertCard, CredentialNoticeCard } from "#core/credentials/cards.ts";
import type { ExperienceLabelCard } from "#core/experiences/label-card.ts";
import type { Language } from "#core/language/language.ts";
import type { KeepRequestCard, KeepTeamCard, LibraryDueCard, ShelfAnswerCard } from "#core/library/cards.ts";
import type { AppealCard, AppealNoticeCard } from "#core/moderation/appeals/cards.ts";
import type { OwnDetailsCard } from "#core/moderation/automatic/own-details-card.ts";
import type { CapCard } from "#core/moderation/care/cap-card.ts";
import type { CaseCard } from "#core/moderation/cases/case-card.ts";
import type { CrisisCard, CrisisSupportCard } from "#core/moderation/crisis-card.ts";
import type { DecisionCard, ReportOutcomeCard } from "#core/moderation/decisions/cards.ts";
import type { RevealCard } from "#core/moderation/identity/reveal-card.ts";
import type { PolicyChangeCard } from "#core/moderation/policies/policy-card.ts";
import type { CircleSupportCard, CircleUpdateCard } from "#core/peers/friends/cards.ts";
import type { MentorCheckCard, MentorNewsCard, MentorRequestCard } from "#core/peers/mentors/cards.ts";
import type { PeerHelloCard, PeerNewsCard, PeerOfferCard } from "#core/peers/pairs/cards.ts";
import type { ErasureCard } from "#core/privacy/erasure-card.ts";
import type { ReadingAlarmCard } from "#core/privacy/reading-alarm-card.ts";
import type {
  AnswerCard,
  FollowUpCard,
  NoticeCard,
  ReceiptCard,
  SentBackCard,
  SentCopyCard,
  TakenBackCard,
  TeamNoticeCard,
  TriageCard,
} from "#core/questions/cards.ts";
import type { TransparencyCard } from "#core/reporting/transparency-card.ts";
import type { DigestCard, WelcomeCard } from "#core/rhythm/cards.ts";

/** Everything the outbox can say. Core speaks meaning; a messenger turns each kind into its platform's markup. */
export type Card = Said & {
  /** That of the one member it goes to; English where several read it. */
  readonly language?: Language;
};

type Said =
  | TriageCard
  | FollowUpCard
  | SentCopyCard
  | SentBackCard
  | TeamNoticeCard
  | ReceiptCard
  | AnswerCard
  | NoticeCard
  | TakenBackCard
  | CrisisSupportCard
  | CrisisCard
  | CaseCard
  | CapCard
  | DecisionCard
  | ReportOutcomeCard
  | AppealCard
  | AppealNoticeCard
  | RevealCard
  | PolicyChangeCard
  | CredentialNoticeCard
  | CredentialAlertCard
  | TransparencyCard
  | OwnDetailsCard
  | ErasureCard
  | ReadingAlarmCard
  | PeerOfferCard
  | PeerHelloCard
  | PeerNewsCard
  | MentorRequestCard
  | MentorNewsCard
  | MentorCheckCard
  | CircleUpdateCard
  | CircleSupportCard
  | KeepRequestCard
  | KeepTeamCard
  | LibraryDueCard
  | ShelfAnswerCard
  | ExperienceLabelCard
  | DigestCard
  | WelcomeCard;

export type CardKind = Card["kind"];
export type CardOf<K extends CardKind> = Extract<Card, { kind: K }>;

/** Where a card goes, in the platform's own ids, opened from the vault for this one send. */
export type Destination =
  | {
      readonly kind: "channel";
      readonly spaceId: string;
      readonly channelId: string;
      readonly under?: MessageRef;
    }
  | { readonly kind: "direct"; readonly accountId: string }
  | {
      readonly kind: "private-thread";
      readonly accountId: string;
      readonly parentChannelId: string;
      /** Absent until the first card opens it; then it comes back in MessageRef.channelId. */
      readonly threadId?: string;
    }
  | {
      /** A private thread in which some people talk to each other; there is one by its title under a channel. */
      readonly kind: "shared-thread";
      readonly accountIds: readonly string[];
      readonly parentChannelId: string;
      readonly title: string;
      /** Absent until the first card opens it. */
      readonly threadId?: string;
    }
  /** A channel in which each card is a post of its own, with a title and labels, that only we write in. */
  | { readonly kind: "shelf"; readonly spaceId: string; readonly channelId: string };

/** How a shared thread is found: one whose first card is still on its way has no id here yet, and may stand all the same. */
export type SharedThread = Pick<
  Extract<Destination, { kind: "shared-thread" }>,
  "parentChannelId" | "title" | "threadId"
>;

/** Where one part of a card stands, in the platform's own ids. */
export interface MessageRef {
  readonly channelId: string;
  readonly messageId: string;
  readonly place: "dm" | "thread" | "channel" | "shelf";
}

/** Somebody, where their platform knows them, in its own ids. */
export interface Person {
  readonly spaceId: string;
  readonly accountId: string;
  /** Our channels in that space: what somebody is taken out of where the platform lets nobody be banned from the whole. */
  readonly channelIds: readonly string[];
}

/** What somebody may do in a space from now on. */
export type Restraint =
  | { readonly is: "free" }
  | { readonly is: "timed-out"; readonly until: Date }
  | { readonly is: "removed" }
  | { readonly is: "banned"; readonly until: Date | undefined };

export interface Find {
  readonly key: string;
  /** The earliest moment at which the lost request can have landed. */
  readonly after: Date;
  /** A message of this destination that is known to stand: "not found" counts only when it is seen in the same reading. */
  readonly witness: MessageRef | undefined;
}

export type Found =
  | { readonly found: MessageRef; readonly doubles: readonly MessageRef[] }
  | { readonly found: undefined; readonly trustworthy: boolean };

/**
 * What a platform must be able to do for the core. Implementations never retry: each call is one request, and every
 * failure is thrown as a DeliveryFailure. `key` is opaque, the same on every attempt, and at most 25 characters.
 */
export interface Messenger {
  readonly platform: string;
  /** How many messages this card takes here; asks nobody. */
  parts(card: Card): number;
  /** Posts one part (from 0) of a card. */
  post(to: Destination, card: Card, part: number, key: string): Promise<MessageRef>;
  /** Replaces one standing part by the card as it is now. */
  edit(ref: MessageRef, card: Card, part: number, key: string): Promise<void>;
  /** Removes a message; one that is gone already is a success. */
  remove(ref: MessageRef): Promise<void>;
  /** Looks for a message whose fate is unknown. */
  find(to: Destination, find: Find): Promise<Found>;
  /** Makes what somebody may do what it is now; doing it twice changes nothing, and one who is gone already is a success. */
  restrain(person: Person, restraint: Restraint): Promise<void>;
  /** Takes somebody out of a shared thread; one who is not in it, or a thread that is gone or was never opened, is a success. */
  letOut(thread: SharedThread, accountId: string): Promise<void>;
}

/** Why a request to a platform did not end well, in the few ways that the outbox treats differently. */
export type DeliveryTrouble =
  /** Refused for now; certainly not done. `retryAfterMs` is real time. */
  | { readonly why: "rate-limited"; readonly retryAfterMs: number }
  /** Certainly not sent (connection refused, DNS). */
  | { readonly why: "not-sent" }
  /** May have happened: timeout, reset, 5xx, unreadable reply. */
  | { readonly why: "ambiguous" }
  /** The person cannot be reached there (direct messages closed, left, blocked). */
  | { readonly why: "closed" }
  /** The standing message or thread is gone. */
  | { readonly why: "gone" }
  /** Token revoked or app removed: stop this platform, keep the backlog. */
  | { readonly why: "signed-out" }
  /** Missing scope, permission or channel: a human must mend it. `what` is a name for the admin, never a library's text. */
  | { readonly why: "forbidden"; readonly what: string }
  /** The platform refuses this content for good. */
  | { readonly why: "rejected"; readonly what: string };

export class DeliveryFailure extends Error {
  readonly trouble: DeliveryTrouble;

  constructor(trouble: DeliveryTrouble) {
    super(trouble.why);
    this.name = "DeliveryFailure";
    this.trouble = trouble;
  }
}
