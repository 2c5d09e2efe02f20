/** What the database itself refuses and schema.prisma cannot say. Written into every CREATE TABLE that makes the table. */
type Checks = Readonly<Record<string, Readonly<Record<string, string>>>>;

const oneOf = (column: string, ...values: string[]) =>
  `"${column}" IN (${values.map((value) => `'${value}'`).join(", ")})`;

export const CHECKS: Checks = {
  Community: {
    Community_bridge_known: oneOf("bridge", "on", "off"),
    Community_digests_known: oneOf("digests", "on", "off"),
    Community_cases_a_day_known: '"casesADay" >= 0',
    Community_urgent_a_day_known: '"urgentADay" >= 0',
  },
  Shift: {
    Shift_weekday_known: '"weekday" BETWEEN 1 AND 7',
    Shift_begins_on_its_day: '"fromMinute" BETWEEN 0 AND 1439',
    Shift_is_a_day_at_most: '"toMinute" > "fromMinute" AND "toMinute" <= "fromMinute" + 1440',
  },
  Rhythm: {
    Rhythm_digest_known: oneOf("digest", "on", "off"),
    Rhythm_weekday_known: '"weekday" BETWEEN 1 AND 7',
    Rhythm_band_known: oneOf("band", "night", "morning", "afternoon", "evening"),
    Rhythm_digest_is_due_while_on: `"digest" = 'off' OR "nextDigestAt" IS NOT NULL`,
  },
  Space: {
    Space_side_known: oneOf("side", "patients", "providers"),
    Space_state_known: oneOf("state", "active", "suspended"),
  },
  WatchedChannel: {
    WatchedChannel_trouble_known: oneOf("trouble", "intent", "place", "rights", "away"),
    WatchedChannel_read_under_a_notice: `"readSince" IS NULL OR "noticeSealed" IS NOT NULL`,
  },
  Member: {
    Member_state_known: oneOf("state", "active", "left", "erased", "removed", "banned"),
    Member_reach_known: oneOf("reach", "dm", "thread", "inbox"),
  },
  Question: {
    Question_status_known: oneOf(
      "status",
      "draft",
      "waiting",
      "claimed",
      "held",
      "asked-back",
      "answered",
      "taken-back",
      "expired",
      "closed",
      "cancelled",
    ),
    Question_relation_known: `"relation" IS NULL OR ("forWhom" = 'other' AND ${oneOf("relation", "parent", "child", "partner", "relative", "friend", "other")})`,
  },
  Message: { Message_state_known: oneOf("state", "draft", "held", "sent", "removed", "cancelled") },
  Look: {
    Look_outcome_known: oneOf("outcome", "passed", "sent-back"),
    Look_is_a_colleague: `"byId" <> "authorId"`,
  },
  Opinion: { Opinion_stance_known: oneOf("stance", "agree", "add", "differ") },
  Delivery: {
    Delivery_op_known: oneOf("op", "post", "edit", "remove", "restrain"),
    Delivery_state_known: oneOf(
      "state",
      "ready",
      "sending",
      "unknown",
      "checking",
      "done",
      "dead",
      "dropped",
    ),
  },
  Arrival: { Arrival_state_known: oneOf("state", "waiting", "handled", "failed") },
  Credential: {
    Credential_status_known: oneOf(
      "status",
      "claimed",
      "attested",
      "verified",
      "expired",
      "revoked",
      "failed",
      "suspended",
    ),
    Credential_display_known: oneOf("display", "named", "role-only"),
  },
  CredentialCheck: {
    CredentialCheck_result_known: oneOf(
      "result",
      "match",
      "mismatch",
      "not-found",
      "inactive",
      "hit",
      "review",
      "unknown",
    ),
  },
  ControlProof: {
    ControlProof_kind_known: oneOf("kind", "call-back", "mail", "video", "vouch"),
    ControlProof_state_known: oneOf("state", "open", "done", "failed", "over"),
  },
  Threshold: {
    Threshold_points_make_sense: `"points" BETWEEN 1 AND 100`,
    Threshold_pause_is_possible: `"pauseHours" BETWEEN 1 AND 672`,
  },
  Ruling: { Ruling_needs_two: `"byId" <> "secondId"` },
  Case: {
    Case_state_known: oneOf("state", "open", "agreed", "dismissed", "settled", "decided"),
    Case_severity_known: `"severity" BETWEEN 1 AND 3`,
  },
  Decision: {
    Decision_state_known: oneOf("state", "standing", "over", "lapsed", "undone"),
    Decision_is_not_on_oneself: `"byId" <> "subjectMemberId"`,
    Decision_confirmed_by_another: `"confirmedById" <> "byId"`,
    Decision_not_confirmed_by_its_subject: `"confirmedById" <> "subjectMemberId"`,
  },
  Appeal: {
    Appeal_state_known: oneOf("state", "open", "upheld", "overturned", "withdrawn"),
    Appeal_reviewer_is_another: `"reviewerId" <> "againstId"`,
    Appeal_reviewer_is_not_its_subject: `"reviewerId" <> "subjectId"`,
  },
  Proposal: {
    Proposal_state_known: oneOf("state", "open", "approved", "expired", "withdrawn"),
    Proposal_approver_is_not_proposer: `"approverId" <> "proposerId"`,
    Proposal_approver_is_not_subject: `"approverId" <> "subjectId"`,
    Proposal_proposer_is_not_subject: `"proposerId" <> "subjectId"`,
  },
  PolicyPack: {
    PolicyPack_state_known: oneOf("state", "in-force", "emergency", "replaced", "lapsed"),
    PolicyPack_holds_once: `("slot" IS NOT NULL AND "slot" = "state" AND "state" IN ('in-force', 'emergency')) OR ("slot" IS NULL AND "state" IN ('replaced', 'lapsed'))`,
    PolicyPack_agreed_by_another: `"approvedById" <> "proposedById"`,
    PolicyPack_needs_two: `"state" <> 'in-force' OR "adopted" = true OR ("proposedById" IS NOT NULL AND "approvedById" IS NOT NULL)`,
    PolicyPack_of_one_ends: `"state" <> 'emergency' OR ("proposedById" IS NOT NULL AND "approvedById" IS NULL AND "confirmBy" IS NOT NULL)`,
  },
  VisitNote: { VisitNote_kind_known: oneOf("kind", "note", "ask") },
  ErasureReceipt: {
    ErasureReceipt_wish_known: oneOf("wish", "member", "team", "restore"),
    ErasureReceipt_ends_nameless: `"finishedAt" IS NULL OR ("memberId" IS NULL AND "codeSealed" IS NULL)`,
  },
  LibraryEntry: {
    LibraryEntry_state_known: oneOf(
      "state",
      "proposed",
      "agreed",
      "kept",
      "stale",
      "declined",
      "lapsed",
      "unfit",
      "withdrawn",
      "retired",
      "merged",
    ),
    LibraryEntry_author_is_not_asker: `"authorId" <> "askerId"`,
    LibraryEntry_reviewer_is_not_author: `"reviewerId" <> "authorId"`,
    LibraryEntry_reviewer_is_not_keeper: `"reviewerId" <> "keeperId"`,
    LibraryEntry_reviewer_is_not_asker: `"reviewerId" <> "askerId"`,
    LibraryEntry_kept_has_a_day: `"state" NOT IN ('kept', 'stale') OR "reviewBy" IS NOT NULL`,
    LibraryEntry_kept_was_agreed_to: `"state" NOT IN ('kept', 'stale') OR "askerId" IS NULL OR ("patientAgreedAt" IS NOT NULL AND "authorAgreedAt" IS NOT NULL AND "reviewerId" IS NOT NULL)`,
    LibraryEntry_over_holds_no_text: `("endedAt" IS NULL AND "textSealed" IS NOT NULL AND "openKey" IS NOT NULL) OR ("endedAt" IS NOT NULL AND "textSealed" IS NULL AND "openKey" IS NULL)`,
    LibraryEntry_is_merged_into_another: `"mergedIntoId" <> "id"`,
  },
  LibraryUse: { LibraryUse_counts: '"found" >= 0 AND "insteadOfAsking" >= 0' },
  Experience: {
    Experience_status_known: oneOf(
      "status",
      "draft",
      "shared",
      "redacted",
      "hidden",
      "withdrawn",
      "removed",
      "cancelled",
    ),
    Experience_for_whom_known: oneOf("forWhom", "self", "other"),
    Experience_relation_is_named: `"forWhom" <> 'other' OR "relation" IS NOT NULL`,
    Experience_shared_has_text: `"status" NOT IN ('shared', 'redacted', 'hidden') OR ("crossingSealed" IS NOT NULL AND "treatmentKey" IS NOT NULL)`,
  },
  ExperienceUse: { ExperienceUse_use_known: oneOf("use", "community", "providers", "library") },
  ExperienceLabel: { ExperienceLabel_added_by_known: oneOf("addedBy", "author", "moderator") },
  TreatmentCount: {
    TreatmentCount_people_are_many: '"people" >= 5',
    TreatmentCount_outcome_is_of_many: '"helped" >= 5 AND "notHelped" >= 5',
    TreatmentCount_noticed_is_of_many: '"withinWeeks" >= 5 AND "laterOn" >= 5',
  },
  CountedVoice: { CountedVoice_tally_known: oneOf("tally", "people", "outcome", "noticed") },
  Report: { Report_state_known: oneOf("state", "open", "resolved") },
  PeerCard: {
    PeerCard_state_known: oneOf("state", "on", "off"),
    PeerCard_wants_known: oneOf("wants", "peer", "mentor", "both"),
    PeerCard_pace_known: oneOf("pace", "daily", "weekly", "once"),
    PeerCard_is_whole_while_on: `"state" <> 'on' OR ("tagsSealed" IS NOT NULL AND "pace" IS NOT NULL AND "times" IS NOT NULL AND "zone" IS NOT NULL AND "nextLookAt" IS NOT NULL)`,
  },
  PeerPair: {
    PeerPair_state_known: oneOf("state", "offered", "declined", "over", "together", "leaving", "ended"),
    PeerPair_open_by_its_key: `"openKey" IS NULL OR "openKey" = "pairKey"`,
    PeerPair_left_is_told: `"state" <> 'leaving' OR "tellAt" IS NOT NULL`,
  },
  PeerSide: { PeerSide_answer_known: oneOf("answer", "open", "yes", "no") },
  Mentor: {
    Mentor_state_known: oneOf("state", "learning", "waiting", "active", "declined", "stopped", "ended"),
    Mentor_cap_is_small: '"cap" BETWEEN 1 AND 3',
    Mentor_passed_first: `"state" NOT IN ('waiting', 'active') OR "passedAt" IS NOT NULL`,
    Mentor_is_approved_by_another: `"decidedById" <> "memberId"`,
  },
  Mentoring: { Mentoring_touch_known: oneOf("touch", "settled", "asked", "not-yet", "other") },
  Block: {
    Block_is_not_of_oneself: `"blockerId" <> "blockedId"`,
    Block_is_of_somebody: `("blockedId" IS NULL) <> ("blockedKey" IS NULL)`,
  },
  Friend: { Friend_is_another: `"memberId" <> "friendId"` },
  CircleUpdate: { CircleUpdate_state_known: oneOf("state", "draft", "sent", "cancelled") },
};

const constraint = ([name, expression]: [string, string]) => `CONSTRAINT "${name}" CHECK (${expression})`;

/** Adds the checks to each CREATE TABLE of a generated script, also to the copies that SQLite makes to alter a table. */
export function withChecks(sql: string): string {
  return sql.replaceAll(/CREATE TABLE "(?:new_)?(\w+)" \(\n[\s\S]*?\n\);/g, (statement, table: string) => {
    const checks = Object.entries(CHECKS[table] ?? {}).map(constraint);
    return checks.length === 0
      ? statement
      : statement.replace(/\n\);$/, `,\n    ${checks.join(",\n    ")}\n);`);
  });
}

/** Names of the triggers that stand after all these scripts ran. */
function triggersOf(scripts: readonly string[]): Set<string> {
  const standing = new Set<string>();
  for (const script of scripts)
    for (const [, verb, name] of script.matchAll(/\b(CREATE|DROP) TRIGGER (?:IF EXISTS )?"(\w+)"/g))
      if (name !== undefined) verb === "CREATE" ? standing.add(name) : standing.delete(name);
  return standing;
}

/**
 * Guards that the migrated database lacks, each in words. `present` are the constraint and trigger names (PostgreSQL)
 * or the SQL of all tables and triggers (SQLite). SQLite alters a table by copying it, and drops its triggers then.
 */
export function missingGuards(scripts: readonly string[], present: string): string[] {
  const checks = Object.values(CHECKS).flatMap((ofTable) => Object.keys(ofTable));
  const lacks = (name: string) => !present.includes(`"${name}"`);
  return [
    ...checks
      .filter(lacks)
      .map((name) => `the check ${name} is in scripts/guards.ts but not in the database`),
    ...[...triggersOf(scripts)]
      .filter(lacks)
      .map((name) => `the trigger ${name} was lost by a later migration`),
  ];
}
