import type { ModelName } from "#core/foundation/store/open-store.ts";

/** The parts of an export, in their order. */
export const PARTS = [
  "you",
  "accounts",
  "agreements",
  "signIn",
  "questions",
  "notes",
  "experiences",
  "providing",
  "credentials",
  "decisions",
  "agreedLooks",
  "told",
  "alerts",
  "peers",
  "messagesToYou",
  "acts",
] as const;
export type Part = (typeof PARTS)[number];

interface Told {
  readonly in: Part;
  /** Columns whose content stands in the export. */
  readonly told: string;
  /** Columns that do not: ids, links, keys and blind indexes say nothing to a person, and the rest as `because` says. */
  readonly untold: string;
  readonly because?: string;
}

type Kept = Told | { readonly out: string };

const NO_PERSON = "It is about the community, and about no person.";
const MACHINERY = "It keeps the program going, and says nothing of a person.";

/**
 * Every table of the database: where what it has of a member stands in their export, or why it does not. A new table does not
 * compile without a line here, and a new column fails test/core/privacy/what-is-kept.
 */
export const WHAT_IS_KEPT = {
  Community: { out: NO_PERSON },
  Space: { out: NO_PERSON },
  Channel: { out: NO_PERSON },
  WatchedChannel: { out: NO_PERSON },
  Member: {
    in: "you",
    told: "pseudonym country adultStatedAt state silencedUntil barredAt crisisContact reach quiet language toldOfOwnAt nicknameSealed createdAt",
    untold: "id communityId",
  },
  Shift: { in: "you", told: "weekday fromMinute toMinute zone", untold: "memberId communityId" },
  CaseRead: { out: "Which cases you had on the last two days: they are about somebody else." },
  MemberRole: { in: "you", told: "role createdAt", untold: "memberId" },
  Account: {
    in: "accounts",
    told: "platform externalIdSealed threadSealed createdAt",
    untold: "id communityId memberId externalKey spaceId",
  },
  Consent: {
    in: "agreements",
    told: "purpose textVersion questionId givenAt withdrawnAt",
    untold: "id memberId",
  },
  AccessToken: {
    in: "signIn",
    told: "createdAt revokedAt",
    untold: "id memberId tokenKey",
    because:
      "Tokens and codes: only the day. They are secrets, and we keep nothing that they could be made from.",
  },
  Invite: {
    in: "signIn",
    told: "role createdAt expiresAt usedAt",
    untold: "id communityId codeKey pseudonym invitedById",
    because: "Whom you invited, and who invited you: that is about them.",
  },
  LinkCode: {
    in: "signIn",
    told: "createdAt expiresAt usedAt",
    untold: "id codeKey communityId platform spaceId externalKey externalIdSealed",
  },
  Question: {
    in: "questions",
    told: "number status topic forWhom relation ageBand pausedAt sendWithoutAsking draftedAt sentAt promisedAt closedAt leaseEndsAt",
    untold: "id communityId askerId holderId nextSeq",
    because: "What patients asked you as a provider: that is theirs. You find the number of each question.",
  },
  Message: {
    in: "questions",
    told: "kind state originalSealed crossingSealed pendingOriginalSealed pendingCrossingSealed credentialSealed overrideReasonSealed createdAt sentAt editedAt removedAt hiddenAt verdict",
    untold: "id communityId questionId authorId seq version edition sourceKey credentialId",
    because:
      "Earlier versions of answers that you got, and answers that were not sent to you: you have each as it stands.",
  },
  MessageVersion: {
    in: "questions",
    told: "crossingSealed sentAt",
    untold: "messageId version",
  },
  LibraryEntry: {
    in: "questions",
    told: "state topic textSealed proposedAt waitsUntil patientAgreedAt authorAgreedAt reviewedAt reviewBy endedAt",
    untold:
      "id communityId number questionId messageId answerVersion askerId authorId credentialId openKey keeperId reviewerId reviewerRole noteSealed renewedAt toldAt mergedIntoId hiddenAt shelf shelfSoon",
    because:
      "Who proposed to keep an answer, who looked at it, why a colleague found it not fit, and that moderators hid it.",
  },
  LibraryThanks: {
    out: "That a search helped somebody, for a day. Nothing says whom, or what was looked for.",
  },
  LibraryUse: { out: "How often an answer helped somebody on one day. Nothing says whom." },
  Experience: {
    in: "experiences",
    told: "number status pendingOriginalSealed pendingSealed originalSealed crossingSealed topic forWhom relation outcome noticed createdAt sharedAt editedAt endedAt",
    untold: "id communityId authorId edition version treatmentKey",
  },
  ExperienceUse: {
    in: "experiences",
    told: "use textVersion givenAt withdrawnAt",
    untold: "experienceId",
  },
  ExperienceLabel: { in: "experiences", told: "label addedBy addedAt", untold: "experienceId" },
  ExperienceVersion: {
    in: "experiences",
    told: "crossingSealed sharedAt",
    untold: "experienceId version",
  },
  TreatmentCount: { out: "Numbers about many members together: no count of fewer than five people is kept." },
  CountedVoice: {
    in: "experiences",
    told: "tally cell",
    untold: "communityId treatmentKey memberId",
  },
  MemberAmber: { in: "experiences", told: "label addedAt", untold: "memberId" },
  Decline: {
    in: "providing",
    told: "questionId createdAt",
    untold: "memberId",
    because: "Who stepped back from a question of yours: that is about them. No reason is kept.",
  },
  Look: {
    in: "providing",
    told: "outcome createdAt",
    untold: "id communityId messageId authorId byId noteSealed",
    because: "What a colleague noted about an answer: it may repeat what the patient wrote.",
  },
  VisitNote: { in: "notes", told: "kind textSealed createdAt", untold: "id communityId memberId" },
  Opinion: {
    in: "providing",
    told: "stance",
    untold: "messageId communityId answerId answerVersion authorId slot",
  },
  Credential: {
    in: "credentials",
    told: "profession jurisdiction status evidenceSealed source checkedAt expiresAt nextDueAt display underReviewAt decidedAt createdAt",
    untold: "id communityId memberId npiKey licenceKey proposalId attestedById",
    because:
      "Notes of those who decided about a credential, who they are, and rows of a public list that are somebody else.",
  },
  CredentialCheck: {
    in: "credentials",
    told: "source method result file asOf sha256 detailSealed checkedAt",
    untold: "id communityId credentialId byId",
    because:
      "What a register has that does not fit you, and rows of others of your name: it may be about somebody else. The file is named, and anybody can look into it.",
  },
  ControlProof: {
    in: "credentials",
    told: "kind state addressSealed byId createdAt expiresAt doneAt",
    untold: "id communityId credentialId codeKey tries vouchKey",
    because: "Which colleagues vouched for you, and for whom you vouched: that is about them.",
  },
  Badge: {
    in: "credentials",
    told: "issuedAt expiresAt revokedAt",
    untold: "id communityId credentialId",
  },
  Ruling: { out: "It says that a row of a public list is somebody else, and names nobody." },
  Case: {
    in: "credentials",
    told: "state openedAt decidedAt",
    untold:
      "id communityId number subjectKind subjectId subjectMemberId accountSealed accountKey openKey severity onlyLeads holderId leaseEndsAt decidedById",
    because:
      "What others reported about you, or asked about your credential: their words may tell who they are. You have what was decided, the rule and the reason, as you were told.",
  },
  Evidence: {
    out: "What was kept of a text when it was reported: it tells that somebody reported it. Your own texts are in this export by themselves.",
  },
  Decision: {
    in: "decisions",
    told: "action rule detailSealed points state decidedAt endsAt pauseUntil confirmBy undoneAt appealUntil",
    untold: "id communityId caseId subjectMemberId byId confirmedById undoneById appealKey appealSealed",
    because: "Who decided, who confirmed it, and who looked at an appeal.",
  },
  PolicyPack: { out: "It is the rules by which texts are screened, and about no person." },
  Threshold: { out: "It is about what comes of strikes, and about no person." },
  Appeal: {
    in: "decisions",
    told: "state filedAt dueAt decidedAt",
    untold: "id communityId decisionId againstId subjectId reviewerId",
  },
  CaseNote: {
    in: "decisions",
    told: "kind textSealed createdAt",
    untold: "id caseId authorId",
    because:
      "Notes that moderators leave for each other, yours too where you moderate: they are about somebody else.",
  },
  Proposal: {
    in: "agreedLooks",
    told: "act contentSealed decidedAt",
    untold: "id communityId subjectId targetId contentHash proposerId approverId state createdAt expiresAt",
    because: "What one person proposed about you and no second one agreed to: nothing came of it.",
  },
  Report: {
    in: "told",
    told: "questionId rule reasonSealed state createdAt",
    untold: "id communityId caseId messageId reporterId resolvedAt resolvedById",
    because: "Whom your own reports, questions and worries are about: that is about them.",
  },
  CrisisAlert: {
    in: "alerts",
    told: "level questionId raisedAt wantsCompanyAt takenById takenAt",
    untold: "id communityId memberId personKey personSealed escalatedAt",
    because: "Alerts that began because somebody was worried about you.",
  },
  Worry: {
    in: "told",
    told: "whySealed createdAt",
    untold: "id communityId alertId byId",
    because: "That others were worried about you, when, and what they wrote: it would tell who.",
  },
  Delivery: {
    in: "messagesToYou",
    told: "kind platform state createdAtMs",
    untold:
      "id communityId conversation seq op subjectId version targetKind targetId dueAtMs attempts checks epoch owner triedAtMs trouble settledAtMs sweepAtMs",
  },
  Copy: {
    in: "messagesToYou",
    told: "kind platform place postedAtMs removedAtMs",
    untold: "id communityId subjectId targetKind targetId part channelSealed messageSealed messageKey",
    because: "Where the cards of your questions stand in the team's channels.",
  },
  PeerCard: {
    in: "peers",
    told: "platform state tagsSealed pace times zone wants openedAt changedAt",
    untold: "memberId communityId nextLookAt",
  },
  PeerTag: {
    out: "Keys by which others of the same choice are found: they are made of what you chose, which is in this export.",
  },
  PeerPair: {
    in: "peers",
    told: "togetherAt",
    untold:
      "id communityId number platform state pairKey openKey createdAt closesAt tellAt threadSealed threadKey",
    because: "What the other of a pair answered, and whether they left: that is about them.",
  },
  Mentor: {
    in: "peers",
    told: "state tries triedAt passedAt decidedAt reasonSealed cap pausedAt handedBack",
    untold: "memberId communityId platform decidedById",
  },
  Mentoring: {
    in: "peers",
    told: "mentorId endedAt",
    untold: "pairId round touch dueAt",
    because: "Whether you two said that you are in touch: the other may have said it.",
  },
  PeerSide: {
    in: "peers",
    told: "answer sharedSealed createdAt answeredAt leftAt befriendAt",
    untold: "pairId memberId",
  },
  Block: {
    in: "peers",
    told: "knownSealed createdAt endedAt",
    untold: "id communityId blockerId blockedId blockedKey",
    because: "Who blocked you: nobody is ever told.",
  },
  PeerQuestion: {
    in: "questions",
    told: "openedAt endedAt",
    untold: "questionId communityId askerId version",
    because: "Questions that others let you read: those are theirs.",
  },
  Rhythm: {
    in: "messagesToYou",
    told: "welcomeAt digest weekday band nextDigestAt",
    untold: "memberId communityId platform",
  },
  Digest: {
    in: "messagesToYou",
    told: "week itemsSealed createdAt",
    untold: "memberId communityId",
    because: "The texts in your weekly digests are other people's: you have how many of each there were.",
  },
  DigestSeen: {
    out: "Scrambled marks of what stood in your weekly digests, so that nothing comes twice.",
  },
  Friend: { in: "peers", told: "friendId createdAt", untold: "memberId communityId" },
  CircleUpdate: {
    in: "peers",
    told: "state originalSealed crossingSealed mutedAt createdAt sentAt",
    untold: "id communityId authorId edition",
    because: "What friends shared with you, and what they answered you: that is theirs.",
  },
  CircleReply: { in: "peers", told: "support createdAt", untold: "updateId memberId" },
  DeliveryLine: { out: MACHINERY },
  Arrival: {
    out: "What a platform just told us, until it is handled: then only that it came is kept, without a name or a text.",
  },
  AuditEntry: {
    in: "acts",
    told: "atMs actor verb",
    untold: "seq id communityId subject detail prev hash",
    because:
      "What others did that you were not told of, and to whom you did something: it may be about somebody else.",
  },
  SearchEntry: {
    out: "What makes a text findable: keyed hashes of its words, from which nothing can be read. The text itself stands where it was written.",
  },
  SearchTerm: { out: "How many texts have a word: keyed hashes and numbers, and about no person." },
  VaultKey: {
    out: "Keys that seal what is kept: whoever has them could read it. They say nothing of a person.",
  },
  Meta: { out: MACHINERY },
  ErasureReceipt: {
    out: "Receipts of those who were erased: when and how much, and of whom nobody can tell.",
  },
  Remainder: { out: "What still binds somebody who was erased, who is nobody that could be exported." },
  Reading: {
    out: "How many entries of others you opened on the last two days, as scrambled marks: only the number can be told from them.",
  },
} as const satisfies Readonly<Record<ModelName, Kept>>;

/** What an export leaves out, each reason once, in the order of the tables. */
export function leftOut(): string[] {
  const reasons = Object.values<Kept>(WHAT_IS_KEPT).map((kept) => ("out" in kept ? kept.out : kept.because));
  return [...new Set(reasons.filter((reason) => reason !== undefined))];
}
