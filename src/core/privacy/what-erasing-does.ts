import type { ModelName } from "#core/foundation/store/open-store.ts";

interface Done {
  /** "deletes" the rows, "empties" the columns that say something, "keeps" what says nothing of a person. */
  readonly does: "deletes" | "empties" | "keeps";
  /** For a member who asks, and for whoever adds a table. */
  readonly because: string;
}

const COMMUNITY = "It is about the community, and about no person.";
const MACHINERY = "It keeps the program going, and says nothing of a person.";
const OTHERS = "It leads to other people's acts by ids that lead to nobody any more.";

/**
 * What erasing a member does to every table, beside WHAT_IS_KEPT. A new table does not compile without a line here; a room that
 * has something of a member has a file in erase/, and test/core/privacy/erase-everything looks for what was forgotten.
 */
export const WHAT_ERASING_DOES = {
  Community: { does: "keeps", because: COMMUNITY },
  Space: { does: "keeps", because: COMMUNITY },
  Channel: { does: "keeps", because: COMMUNITY },
  WatchedChannel: { does: "keeps", because: COMMUNITY },
  Member: {
    does: "empties",
    because: "The row stays without a name, since others' acts lead to it; its key is destroyed.",
  },
  Shift: { does: "deletes", because: "Hours of somebody who is gone." },
  CaseRead: { does: "deletes", because: "Which cases they had." },
  MemberRole: { does: "deletes", because: "Nobody acts by it any more." },
  Account: {
    does: "deletes",
    because:
      "Who they are on a platform. It goes with the receipt, which is sent there, a day later at most.",
  },
  Consent: {
    does: "empties",
    because:
      "All are withdrawn. That one was given, and when, stays as proof; to whom it belonged cannot be told.",
  },
  AccessToken: { does: "deletes", because: "Nobody signs in by it any more." },
  Invite: { does: "deletes", because: "It has the name that they came with." },
  LinkCode: { does: "deletes", because: "It has their account." },
  Question: {
    does: "empties",
    because: "Taken back. Its number and times stay, so that the community's figures stay true.",
  },
  Message: {
    does: "empties",
    because:
      "All texts of their questions, those of providers too. What they wrote as a provider stays with the patient, without a name.",
  },
  MessageVersion: { does: "deletes", because: "Earlier texts of their questions." },
  VisitNote: { does: "deletes", because: "What they wrote for their own visit sheets." },
  Decline: { does: "deletes", because: "It may tell who knows whom." },
  Look: { does: "empties", because: "What was noted on answers to their questions." },
  Delivery: { does: "keeps", because: "That something was sent, and when: it has no text and no address." },
  DeliveryLine: { does: "keeps", because: MACHINERY },
  Copy: {
    does: "deletes",
    because: "Where our messages to them stood. It goes once those are removed, a day later at most.",
  },
  Arrival: {
    does: "keeps",
    because: "That a platform told us something. Its content goes once it was handled, or after seven days.",
  },
  Opinion: {
    does: "keeps",
    because:
      "How a colleague saw an answer. Its words go with the question, and its author has no name any more.",
  },
  LibraryEntry: {
    does: "empties",
    because: "What was kept of their questions and answers has no text any more, and is found by nobody.",
  },
  LibraryUse: { does: "keeps", because: "How often an answer helped on a day; it says nothing of a person." },
  LibraryThanks: { does: "keeps", because: MACHINERY },
  Experience: { does: "empties", because: "What they told. The row stays as a number that was given." },
  ExperienceUse: {
    does: "empties",
    because: "What they allowed is over; that they did, and when, stays as proof.",
  },
  ExperienceLabel: { does: "deletes", because: "Labels before what they told." },
  ExperienceVersion: { does: "deletes", because: "Earlier texts of what they told." },
  TreatmentCount: { does: "keeps", because: "Numbers of five people and more." },
  CountedVoice: { does: "deletes", because: "That their word is in those numbers." },
  MemberAmber: { does: "deletes", because: "Which labels they did not want to see." },
  PeerCard: { does: "deletes", because: "What they wanted to be found by." },
  PeerTag: { does: "deletes", because: "What they were found by." },
  PeerPair: { does: "keeps", because: OTHERS },
  Mentor: { does: "deletes", because: "That they were a mentor, and what was written to them about it." },
  Mentoring: { does: "deletes", because: "Whose mentor they were." },
  PeerSide: { does: "empties", because: "What they had in common with somebody is sealed with their key." },
  Block: {
    does: "empties",
    because:
      "Whom they blocked goes. Where somebody blocked them, a scrambled mark of the account stays, so that it holds if they come back.",
  },
  PeerQuestion: { does: "deletes", because: "That members could read their question." },
  Rhythm: { does: "deletes", because: "When they wanted a weekly digest, and their welcome." },
  Digest: { does: "deletes", because: "What was in their weekly digests." },
  DigestSeen: { does: "deletes", because: "Marks of what they had seen." },
  Friend: { does: "deletes", because: "Who is whose friend." },
  CircleUpdate: { does: "deletes", because: "What they told their friends; it is removed there too." },
  CircleReply: { does: "deletes", because: "What they answered, and what was answered to them." },
  Credential: {
    does: "empties",
    because: "Withdrawn, without its evidence. The profession stays beside answers that patients keep.",
  },
  CredentialCheck: {
    does: "keeps",
    because:
      "That a register was asked, and when. Nothing may change a check; what it said goes with the key.",
  },
  ControlProof: { does: "deletes", because: "Their phone or mail address." },
  Ruling: { does: "keeps", because: "It says that a row of a public list is somebody else." },
  Case: {
    does: "empties",
    because: "That there was a case stays, with what was decided; the account is taken out of it.",
  },
  Evidence: {
    does: "deletes",
    because: "Texts that were reported. While a case is open, or an appeal is possible, they stay sealed.",
  },
  Decision: {
    does: "empties",
    because:
      "What was decided stays, as a number of the community. The reason goes when nobody can appeal any more.",
  },
  Threshold: { does: "keeps", because: COMMUNITY },
  Appeal: { does: "keeps", because: "That there was one, and how it ended." },
  CaseNote: {
    does: "deletes",
    because: "What was said in cases about them, with the evidence. Notes on cases about others stay.",
  },
  Badge: {
    does: "keeps",
    because: "Revoked, and listed as revoked: nobody can show it any more. It names nobody.",
  },
  Proposal: { does: "empties", because: "What two people agreed about them, without its words." },
  SearchEntry: { does: "deletes", because: "What their texts were found by goes with each text." },
  SearchTerm: {
    does: "keeps",
    because: "How many texts have a word, by a keyed hash of the word: it leads to nobody.",
  },
  PolicyPack: { does: "keeps", because: OTHERS },
  Report: { does: "empties", because: "What they wrote in it. That something was reported stays." },
  CrisisAlert: { does: "empties", because: "That there was an alert stays; it leads to nobody." },
  Worry: { does: "empties", because: "What they wrote, and what others wrote about them." },
  AuditEntry: {
    does: "keeps",
    because: "Ids, codes and counts, chained so that nobody can change what was done. It has no text.",
  },
  VaultKey: {
    does: "deletes",
    because: "The key that opened what they wrote: without it, what a disk still has is noise.",
  },
  Meta: { does: "keeps", because: MACHINERY },
  ErasureReceipt: { does: "keeps", because: "When, how much and by whose wish, and of nobody." },
  Remainder: {
    does: "keeps",
    because:
      "Only where a case or a decision about them is not over: a scrambled mark of the account, until it is.",
  },
  Reading: { does: "deletes", because: "How much they opened on the last two days." },
} as const satisfies Readonly<Record<ModelName, Done>>;
