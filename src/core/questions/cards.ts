import type { GeneralOnly } from "#core/credentials/scope.ts";
import { msg } from "#core/language/t.ts";
import type { ForWhom } from "#core/questions/for-whom.ts";
import type { QuestionStatus } from "#core/questions/question.ts";
import type { Stance } from "./second-opinion/stance.ts";

/** The text of a question as it crosses: scrubbed, as the patient saw and sent it. */
export interface QuestionText {
  readonly question: string;
  readonly tried: string;
}

/** The four fields of an answer. Empty fields are left out of the card. */
export interface AnswerText {
  readonly often: string;
  readonly can: string;
  readonly urgent: string;
  readonly clinician: string;
}

export const ANSWER_FIELDS = {
  often: msg("What this often is"),
  can: msg("What people usually can do"),
  urgent: msg("Get seen now if"),
  clinician: msg("Ask your clinician"),
} as const satisfies Record<keyof AnswerText, string>;

/** What is shown of a credential beside every provider message; never a green tick without a date. */
export interface CredentialLine {
  readonly profession: string;
  readonly jurisdiction: string;
  readonly checkedAt: Date;
  readonly source: string;
  /** Only where the provider shows it. */
  readonly name?: string;
  /** The licence does not cover this question: what is said stays general, and the reader is told why. */
  readonly general?: GeneralOnly;
}

/** The shared card in the provider team's intake channel: one per question, edited in place. */
export interface TriageCard {
  readonly kind: "triage";
  readonly questionId: string;
  readonly number: number;
  readonly pseudonym: string;
  readonly topic: string;
  readonly forWhom: ForWhom;
  readonly ageBand: string;
  readonly status: QuestionStatus;
  /** Absent once taken back. */
  readonly text: QuestionText | undefined;
  readonly edited: boolean;
  readonly paused: boolean;
  readonly urgent: boolean;
  /** False when part of the text is long, or in a language that screening does not know: a person must look harder. */
  readonly fullyScreened: boolean;
  readonly holder: string | undefined;
  readonly leaseEndsAt: Date | undefined;
  readonly sentAt: Date;
  readonly promisedAt: Date;
}

/** In the question's thread on the provider side: what the patient wrote after the question. */
export interface FollowUpCard {
  readonly kind: "follow-up";
  readonly questionId: string;
  readonly messageId: string;
  readonly pseudonym: string;
  readonly text: string;
  readonly edited: boolean;
  readonly fullyScreened: boolean;
  readonly repliesToAskBack: boolean;
}

/** In the question's thread on the provider side: what was sent to the patient, and by whom. */
export interface SentCopyCard {
  readonly kind: "sent-copy";
  readonly questionId: string;
  readonly messageId: string;
  readonly author: string;
  readonly credentialId: string | undefined;
  readonly message: "answer" | "ask-back" | "reply" | Stance;
  /** The text that a colleague who reads this can agree with. */
  readonly version: number;
  /** Of an opinion: whose answer it is about, and whether that has other words by now. */
  readonly opinionOn: { readonly author: string; readonly changed: boolean } | undefined;
  readonly answer: AnswerText | undefined;
  readonly text: string;
  readonly edited: boolean;
}

/** In the question's thread on the provider side: something the team must know. */
export interface TeamNoticeCard {
  readonly kind: "team-notice";
  readonly questionId: string;
  readonly notice:
    | { readonly about: "thread-is-internal" }
    | { readonly about: "patient-rated"; readonly helped: boolean }
    | { readonly about: "lease-lapsed"; readonly holder: string }
    | { readonly about: "undelivered"; readonly why: "unreachable" | "refused" }
    | { readonly about: "in-inbox" }
    | { readonly about: "asked-again" }
    | { readonly about: "waits-again" }
    | { readonly about: "look-wanted"; readonly author: string }
    | { readonly about: "look-lapsed"; readonly author: string }
    | { readonly about: "keep-look" }
    | { readonly about: "kept-doubted" };
}

/** To the author of an answer, privately: a colleague sent it back, and says what should change. */
export interface SentBackCard {
  readonly kind: "sent-back";
  readonly questionId: string;
  readonly number: number;
  readonly by: string;
  readonly note: string;
}

/** To the patient: durable proof that the question was received, with an honest wait. */
export interface ReceiptCard {
  readonly kind: "receipt";
  readonly questionId: string;
  readonly number: number;
  readonly community: string;
  /** Hours of the middle half of first answers of the last 30 days; undefined when there are fewer than 5. */
  readonly usualWaitHours: { readonly from: number; readonly to: number } | undefined;
  readonly promisedAt: Date;
}

/** To the patient: an answer, an ask-back or a further message of a provider. */
export interface AnswerCard {
  readonly kind: "answer";
  readonly questionId: string;
  readonly messageId: string;
  readonly number: number;
  readonly community: string;
  readonly message: "answer" | "ask-back" | "reply";
  readonly answer: AnswerText | undefined;
  readonly text: string;
  readonly credential: CredentialLine;
  readonly credentialId: string;
  readonly sentAt: Date;
  readonly edited: boolean;
  /** The member wishes that only "You have a reply" is pushed; the text is behind Open. */
  /** What they call the community, where they gave it a name: a quiet message says it. */
  readonly nickname?: string | undefined;
  readonly quiet: boolean;
  /** What colleagues think of it. */
  readonly opinions: readonly ShownOpinion[];
}

/** What a colleague thinks of an answer, beside it: it never says who is right. */
export interface ShownOpinion {
  readonly messageId: string;
  readonly stance: Stance;
  /** Empty where they agree. */
  readonly text: string;
  /** The moderators hid it: `text` says so. */
  readonly hidden: boolean;
  readonly credential: CredentialLine;
  readonly credentialId: string;
}

/** To the patient: something happened to the question. */
export interface NoticeCard {
  readonly kind: "notice";
  readonly questionId: string;
  readonly number: number;
  readonly community: string;
  readonly about:
    | { readonly what: "expired" }
    | { readonly what: "paused" }
    | { readonly what: "resumed" }
    | { readonly what: "needs-in-person" }
    | { readonly what: "seen-differently"; readonly answerId: string }
    | { readonly what: "undelivered"; readonly why: "unreachable" | "refused" };
}

/** To the patient: what was removed where, and what could not be. */
export interface TakenBackCard {
  readonly kind: "taken-back";
  readonly questionId: string;
  readonly number: number;
  readonly community: string;
  readonly removed: readonly TakenBackPlace[];
}

export interface TakenBackPlace {
  readonly platform: string;
  readonly place: "dm" | "thread" | "channel";
  readonly count: number;
  readonly state: "removed" | "waiting" | "failed";
}
