import type { Verb } from "#core/access.ts";
import type { BadgeTrouble } from "#core/credentials/badge/badge-token.ts";
import type { ListTrouble } from "#core/credentials/badge/revocation-list.ts";
import type { CredentialEvent } from "#core/credentials/credential.ts";
import type { NeverKept } from "#core/credentials/proof/never-kept.ts";
import type { WorkAddressTrouble } from "#core/credentials/proof/work-address.ts";
import type { GeneralOnly } from "#core/credentials/scope.ts";
import type { Choice } from "#core/experiences/choices.ts";
import type { ExperienceEvent, ExperienceStatus } from "#core/experiences/experience.ts";
import type { EntryState } from "#core/library/library-entry.ts";
import type { MailTrouble } from "#core/mailer.ts";
import type { NotYet } from "#core/peers/mentors/eligibility.ts";
import type { MentorState } from "#core/peers/mentors/mentor.ts";
import type { QuestionEvent, QuestionStatus } from "#core/questions/question.ts";

/** Every refusal the core can make, with what its words need. The only list: error-text.ts must cover it. */
export type Refusals = {
  not_found: {
    what:
      | "community"
      | "space"
      | "channel"
      | "watched channel"
      | "member"
      | "question"
      | "message"
      | "experience"
      | "credential"
      | "proposal"
      | "code"
      | "report"
      | "alert"
      | "case"
      | "threshold"
      | "decision"
      | "appeal"
      | "pair"
      | "block"
      | "friend"
      | "update"
      | "emergency change"
      | "name, number, id or link"
      | "file"
      | "profile"
      | "note"
      | "answer"
      | "answer of the library"
      | "digest";
  };
  not_allowed: { verb: Verb };
  /** `wanted`: what they were about to do, where another way to it is worth saying. */
  not_joined: { wanted?: Verb };
  not_linked: Record<never, never>;
  not_signed_in: Record<never, never>;
  already_joined: { pseudonym: string };
  already_claimed: { by: string; until: Date };
  already_linked: { what: "space" | "channel" | "account" };
  cannot_watch: { why: "closed" | "no-space" | "which-space" };
  is_watched: Record<never, never>;
  channel_not_made: {
    name: string;
    why: "forbidden" | "taken" | "alone" | "closed" | "gone" | "rejected" | "signed-out" | "away";
  };
  already_taken: { by: string };
  wrong_status: { is: QuestionStatus; wanted: QuestionEvent };
  not_holder: { by: string | null };
  paused: Record<never, never>;
  no_standing: { why: "none" | "unverified" | "expired" | "revoked" | "suspended" | "barred" };
  no_consent: { purpose: "joining" | "bridge" | "community" };
  bridge_off: Record<never, never>;
  underage: Record<never, never>;
  own_question: Record<never, never>;
  own_report: Record<never, never>;
  ours: Record<never, never>;
  form_over: Record<never, never>;
  own_answer: Record<never, never>;
  edit_needs_look: Record<never, never>;
  answer_changed: Record<never, never>;
  answer_edited: Record<never, never>;
  own_opinion: Record<never, never>;
  not_your_opinion: Record<never, never>;
  opinion_given: Record<never, never>;
  opinion_needs_look: Record<never, never>;
  enough_opinions: Record<never, never>;
  stepped_back: Record<never, never>;
  needs_reason: { findings: readonly AdviceFinding[] };
  invalid_input: { field: string; rule: string };
  too_long: { field: string; limit: number; length: number };
  empty: { field: string };
  name_taken: { name: string };
  code_expired: Record<never, never>;
  general_only: { why: GeneralOnly; findings: readonly AdviceFinding[] };
  claim_waits: Record<never, never>;
  claimed_twice: Record<never, never>;
  credential_status: { is: string; wanted: CredentialEvent | "prove" | "look up"; possible?: string };
  case_status: { is: string };
  silenced: { until: Date };
  barred: Record<never, never>;
  /** As many cases as the community offers one person a day, or as many urgent ones, and nothing else waits. */
  enough_today: { what: "cases" | "urgent"; cap: number };
  no_such_rule: { rules: readonly { readonly number: number; readonly title: string }[] };
  not_for_this: { action: string; possible: readonly string[] };
  words_not_there: Record<never, never>;
  decision_over: { state: string };
  filter_refused: { why: "forbidden" | "gone" | "rejected" | "signed-out" };
  filter_away: Record<never, never>;
  appeal_closed: { why: "too-late" | "decided" | "none" | "no-decision" | "which" };
  no_names: Record<never, never>;
  no_phone: { why: "none" | "new" };
  wrong_code: { left: number };
  already_vouched: Record<never, never>;
  no_control: Record<never, never>;
  not_checked: Record<never, never>;
  checks_against: { reasons: readonly string[] };
  needs_note: { doubts: readonly string[] };
  new_doubts: { doubts: readonly string[] };
  policy_examples: { rules: readonly string[] };
  policy_weaker: { rules: readonly string[] };
  policy_emergency: { until: Date };
  policy_alone: { until: Date };
  proposal_open: Record<never, never>;
  second_person: {
    why: "proposer" | "proposer-gone" | "subject" | "asker" | "decider" | "reviewer" | "lapsed";
  };
  no_code_waits: Record<never, never>;
  proposal_closed: { state: string };
  content_changed: Record<never, never>;
  experience_status: { is: ExperienceStatus; wanted: ExperienceEvent };
  choices_missing: { missing: readonly Choice[] };
  stale_card: Record<never, never>;
  nothing_to_take_back: Record<never, never>;
  setup: { missing: readonly SetupGap[] };
  held_elsewhere: { by: string };
  lock_lost: Record<never, never>;
  not_ready: { wrong: readonly { readonly what: string; readonly says: string; readonly fix: string }[] };
  signed_out: { platform: string };
  already_set_up: { community: string };
  name_differs: Record<never, never>;
  last_admin: Record<never, never>;
  too_many: { retryAt: Date };
  wrong_file: { missing: readonly string[] };
  damaged_file: { file: string; why: string };
  undated_file: { file: string };
  older_file: { asOf: string; inUse: string };
  shrunk_file: { rows: number; before: number };
  changes_only: { file: string };
  no_registry: { registry: string };
  import_running: { process: number };
  no_badge: { why: "unverified" | "expired" | "revoked" | "suspended" | "no-account" };
  badge_refused: { why: BadgeTrouble; list?: ListTrouble };
  unusable_file: { file: string; why: string; wanted: string };
  never_kept: { kinds: readonly NeverKept[] };
  work_address: { why: WorkAddressTrouble };
  mail_failed: { why: MailTrouble };
  notes_full: { most: number };
  export_too_big: Record<never, never>;
  cannot_keep: { why: "not-answered" | "already" | "said-no" | "danger" | "disputed" | "author-left" };
  entry_status: { is: EntryState };
  entry_changed: Record<never, never>;
  /** Nobody plays two parts of those who make an answer fit for others. */
  own_part: { part: "author" | "keeper" };
  folder_in_use: { folder: string; holds: "file" | "other" | "export" };
  no_answer: { from: string; why: LookUpTrouble };
  /** What is to be chosen before anybody can be looked for. */
  cannot_ask_peers: { why: "over" | "team-only" };
  card_unfinished: { missing: "tags" | "manner" };
  pair_over: Record<never, never>;
  not_mentor_yet: NotYet;
  /** A mentor has as many open pairs as they chose to have. */
  mentor_full: { cap: number };
  mentor_status: { is: MentorState | "none" };
  no_friends: Record<never, never>;
  friends_full: { most: number };
  try_later: Record<never, never>;
};

/** Why a look-up at somebody else's service gave nothing that can be used. */
export type LookUpTrouble = "unreachable" | "slow" | "failed" | "refused" | "unreadable" | "too_big";

/** One thing the advice checker named in an answer, with wording that keeps it general. */
export interface AdviceFinding {
  readonly rule: string;
  readonly words: string;
  readonly suggestion: string;
}

/** What a community lacks before it may be opened. */
export type SetupGap =
  | "intake_channel"
  | "crisis_channel"
  | "moderation_channel"
  | "ask_channel"
  | "crisis_lines"
  | "crisis_contact"
  | "patients_space"
  | "providers_space";

export type RefusalCode = keyof Refusals;

/** Help for somebody who may be in danger, to show at once. */
export interface Help {
  /** The alert that was raised, or that waits already; undefined where the help is for somebody who is worried. */
  readonly alertId?: string;
  readonly text: string;
}

/** A refusal: a rule of the product said no. Anything else that is thrown is our fault. */
export class DomainError<C extends RefusalCode = RefusalCode> extends Error {
  readonly code: C;
  readonly details: Refusals[C];
  /** Help for whoever wrote what was refused; shown before the refusal, never instead of help. */
  readonly help: Help | undefined;

  constructor(code: C, details: Refusals[C], help?: Help) {
    super(code);
    this.name = "DomainError";
    this.code = code;
    this.details = details;
    this.help = help;
  }
}

/** Builds a refusal for `throw refuse("no_standing", { why: "expired" })`. */
export function refuse<C extends RefusalCode>(code: C, details: Refusals[C]): DomainError<C> {
  return new DomainError(code, details);
}
