import { FAILED_KEPT_MS } from "#core/arrivals/handle-arrival.ts";
import { DRAFT_MS } from "#core/experiences/end-drafts.ts";
import type { ModelName } from "#core/foundation/store/open-store.ts";
import { THANKS_KEPT_MS } from "#core/library/forget-thanks.ts";
import { CODES_KEPT_MS } from "#core/members/forget-codes.ts";
import { READS_KEPT_MS } from "#core/moderation/care/forget-reads.ts";
import { AFTER_DECISION_MS } from "#core/moderation/cases/forget-evidence.ts";
import { WORRIES_KEPT_MS } from "#core/moderation/forget-worries.ts";
import { BLOCKS_KEPT_MS } from "#core/peers/blocks/forget-blocks.ts";
import { DRAFTS_KEPT_MS } from "#core/peers/friends/forget-drafts.ts";
import { READINGS_KEPT_MS } from "./forget-readings.ts";

interface Kept {
  readonly tables: readonly ModelName[];
  /** How long, in words; where it is a number of days, after what. */
  readonly until: string;
  /** Deleted so long after that; absent where no clock ends it. */
  readonly ms?: number;
  readonly because: string;
}

const ERASED = "until its member takes it back or erases everything";
const COMMUNITY = "as long as the community";

/**
 * What is kept for how long, and why, by kinds of record. The times are those that the clocks in src/bots/timers.ts use, and a new
 * table does not compile without a line.
 */
export const RETENTION = {
  "Questions and answers": {
    tables: ["Question", "Message", "MessageVersion", "Look", "Opinion", "Decline"],
    until: ERASED,
    because: "A patient reads an answer again years later; whoever acted on it must be able to show it.",
  },
  "What a platform told us": {
    tables: ["Arrival"],
    until: "its words until it was handled, and where that failed so long after",
    ms: FAILED_KEPT_MS,
    because: "Nothing is lost when the program stops, and nothing is done twice.",
  },
  "What we sent, and where it stands": {
    tables: ["Delivery", "DeliveryLine", "Copy"],
    until: "ids and times only, as long as the text",
    because: "A text that is taken back is removed wherever it stands.",
  },
  "Members, accounts, roles, consents": {
    tables: ["Member", "Account", "MemberRole", "Consent", "Shift", "MemberAmber", "AccessToken"],
    until: "as long as they are members, and until they erase everything",
    because: "They are who may read and write here.",
  },
  "Codes and invitations": {
    tables: ["LinkCode", "Invite"],
    until: "after they ran out",
    ms: CODES_KEPT_MS,
    because: "A code works once.",
  },
  Experiences: {
    tables: ["Experience", "ExperienceUse", "ExperienceLabel", "ExperienceVersion"],
    until: ERASED,
    because: "Their author decides.",
  },
  "Experiences that were begun and not shared": {
    tables: ["Experience"],
    until: "since it was begun",
    ms: DRAFT_MS,
    because: "What nobody goes on with is forgotten.",
  },
  "Numbers of experiences": {
    tables: ["TreatmentCount", "CountedVoice"],
    until: "as numbers of five people and more; whose word is in one goes with its group",
    because: "So that nobody is found by asking before and after.",
  },
  "Being matched, pairs, friends": {
    tables: ["PeerCard", "PeerTag", "PeerPair", "PeerSide", "Friend", "Mentor", "Mentoring", "PeerQuestion"],
    until: ERASED,
    because: "The same two are not offered to each other again.",
  },
  "Updates to friends": {
    tables: ["CircleUpdate", "CircleReply"],
    until: ERASED,
    because: "They stand in the friends' messages.",
  },
  "Updates that were begun and not sent": {
    tables: ["CircleUpdate"],
    until: "since it was begun",
    ms: DRAFTS_KEPT_MS,
    because: "What nobody goes on with is forgotten.",
  },
  Blocks: {
    tables: ["Block"],
    until: "until they are taken back",
    ms: BLOCKS_KEPT_MS,
    because: "They count among those of the day.",
  },
  "Digests and the welcome": {
    tables: ["Rhythm", "Digest", "DigestSeen"],
    until: ERASED,
    because: "Nothing is told twice.",
  },
  "The library": {
    tables: ["LibraryEntry", "LibraryUse"],
    until: "until one of the four takes it out, or nobody says that it is still right",
    because: "Others find it.",
  },
  "Who pressed that an answer helped": {
    tables: ["LibraryThanks"],
    until: "since that day",
    ms: THANKS_KEPT_MS,
    because: "A double press counts once.",
  },
  "Words by which texts are found": {
    tables: ["SearchEntry", "SearchTerm"],
    until: "as keyed hashes, as long as the text",
    because: "What was looked for is kept nowhere.",
  },
  "Notes for the visit sheet": {
    tables: ["VisitNote"],
    until: ERASED,
    because: "Only their writer can read them. The sheet itself is kept nowhere.",
  },
  "Reports and cases": {
    tables: ["Report", "Case", "CaseNote", "Decision", "Appeal", "Threshold"],
    until: COMMUNITY,
    because: "Whoever is decided about, and whoever looks again, must know what was decided and why.",
  },
  "What was reported": {
    tables: ["Evidence"],
    until: "after the decision, when nobody can appeal any more",
    ms: AFTER_DECISION_MS,
    because: "Somebody may have to look at it again.",
  },
  "Who read which case": {
    tables: ["CaseRead"],
    until: "since they read it",
    ms: READS_KEPT_MS,
    because: "Nobody is shown more in a day than they can bear.",
  },
  Alerts: {
    tables: ["CrisisAlert"],
    until: `${COMMUNITY}, without a text`,
    because: "Whether help came, and how soon.",
  },
  "Worries about somebody": {
    tables: ["Worry"],
    until: "since it was written",
    ms: WORRIES_KEPT_MS,
    because: "It is about somebody who did not ask for it.",
  },
  "How much somebody opened": {
    tables: ["Reading"],
    until: "since then",
    ms: READINGS_KEPT_MS,
    because: "Whoever collects what members share is slowed down.",
  },
  "Credentials, checks and proofs": {
    tables: ["Credential", "CredentialCheck", "ControlProof", "Ruling", "Badge"],
    until: "as long as answers rest on them, and until the provider erases everything",
    because: "Patients can see what was checked of whoever answered them.",
  },
  "Proposals and rules": {
    tables: ["Proposal", "PolicyPack"],
    until: COMMUNITY,
    because: "What two people agreed to can be shown.",
  },
  Erasures: {
    tables: ["ErasureReceipt", "Remainder"],
    until: "without a name; what still binds somebody until it is over",
    because: "That it was done can be shown, and no ban is left by it.",
  },
  "The record of acts": {
    tables: ["AuditEntry"],
    until: "for good: ids, codes and counts, and no text",
    because: "Each entry is chained to the one before, so that nobody can change what was done.",
  },
  "The community, its places, keys and machinery": {
    tables: ["Community", "Space", "Channel", "WatchedChannel", "VaultKey", "Meta"],
    until: `${COMMUNITY}; a member's key until they erase everything`,
    because: "The program runs on it.",
  },
} as const satisfies Readonly<Record<string, Kept>>;

type Told = (typeof RETENTION)[keyof typeof RETENTION]["tables"][number];
/** A table that has no line names itself here, and does not compile. */
const UNTOLD: Exclude<ModelName, Told> extends never ? true : Exclude<ModelName, Told> = true;

const DAY_MS = 24 * 3_600_000;

export interface KeptFor {
  readonly what: string;
  readonly until: string;
  /** Absent where no clock ends it. */
  readonly days?: number;
  readonly because: string;
}

/** Every kind of record, with how long it is kept. */
export const retention = (): readonly KeptFor[] =>
  UNTOLD &&
  Object.entries(RETENTION).map(([what, kept]) => {
    const { until, because } = kept;
    return "ms" in kept ? { what, until, days: kept.ms / DAY_MS, because } : { what, until, because };
  });
