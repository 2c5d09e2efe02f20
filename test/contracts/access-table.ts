import type { RefusalCode } from "#core/errors.ts";
import type { Subject } from "./access/town.ts";

/**
 * Who may do what, written by hand from the authorisation table of the design (RELIABILITY 5.1, DESIGN rule 12) and never
 * from src/core/access.ts: a change there alone fails the tests. `why` stands where the program and the design differ on
 * purpose. One line for each verb, and below one for each command, menu, button and form; what is registered without a line,
 * or has a line and is registered no more, fails too.
 */
const EVERY_ROLE = [
  "patient",
  "caregiver",
  "mentor",
  "applicant",
  "provider",
  "trainee",
  "lead",
  "moderator",
  "admin",
  "auditor",
] as const;

export type TableRole = (typeof EVERY_ROLE)[number];
/** Somebody of one role, or nobody: no account or a revoked token, or a member who left. */
export type Being = TableRole | "stranger" | "left";
export const ROLES_OF_TABLE: readonly TableRole[] = EVERY_ROLE;
export const BEINGS: readonly Being[] = [...EVERY_ROLE, "stranger", "left"];

const ASKERS = ["patient", "caregiver", "mentor"] as const;
const ANSWERERS = ["provider", "lead"] as const;
const CLAIMANTS = [...ASKERS, ...ANSWERERS, "applicant", "trainee", "moderator"] as const;
const SETTLED = [...ASKERS, ...ANSWERERS, "trainee", "moderator"] as const;
const REPORTERS = [...ASKERS, ...ANSWERERS, "trainee", "moderator", "admin"] as const;
const DECIDERS = ["moderator", "lead", "admin"] as const;
const READERS = ["admin", "lead", "auditor"] as const;

interface Allowance {
  readonly who: readonly TableRole[];
  /** Only on one's own, or never on one's own. */
  readonly only?: "own" | "others";
  /** Not for somebody who holds this role too. */
  readonly never?: TableRole;
  readonly why?: string;
}

const NO_ROTA = "there is no rota or assignment yet, so every provider with standing is on call";
const NO_CO_SIGN =
  "the design lets a trainee draft for a co-signer; that is not built, so a trainee writes nothing";
const READS = "how much somebody opens is counted, against collecting";
const PROVIDERS_ARE_PATIENTS =
  "anybody may be a provider besides; a claim gives nothing before two people agree";

/** Each verb of access.ts. */
export const VERBS_OF_TABLE: Readonly<Record<string, Allowance>> = {
  "question.ask": { who: ASKERS },
  "question.send": { who: ASKERS, only: "own" },
  "question.read": { who: ASKERS, only: "own" },
  "question.follow-up": { who: ASKERS, only: "own" },
  "question.take-back": { who: ASKERS, only: "own" },
  "question.ask-peers": { who: ASKERS, only: "own" },
  "question.stop-peers": { who: ASKERS, only: "own" },
  "question.read-peers": {
    who: ASKERS,
    only: "others",
    why: "only where its patient agreed to it, for that question and that text",
  },
  "question.rate": { who: ASKERS, only: "own" },
  "question.read-card": { who: [...ANSWERERS, "trainee"], only: "others", why: NO_ROTA },
  "question.claim": { who: ANSWERERS, only: "others", never: "trainee", why: NO_ROTA },
  "question.release": { who: ANSWERERS },
  "question.answer": { who: ANSWERERS, only: "others", never: "trainee", why: NO_CO_SIGN },
  "question.look": { who: ANSWERERS, only: "others", never: "trainee", why: NO_CO_SIGN },
  "question.second-opinion": {
    who: ANSWERERS,
    only: "others",
    never: "trainee",
    why: "a patient relies on it as on an answer; never on an answer of one's own",
  },
  "question.withdraw-opinion": { who: ANSWERERS, only: "own" },
  "question.ask-back": { who: ANSWERERS, only: "others", never: "trainee", why: NO_CO_SIGN },
  "question.report": { who: REPORTERS, why: "whoever sees it may flag it; patients only their own" },
  "report.read": {
    who: [...DECIDERS, "auditor"],
    why: "counts only, and none that could point at somebody",
  },
  "report.publish": { who: ["admin"] },
  "question.resume": { who: DECIDERS, only: "others" },
  "question.list": {
    who: [...DECIDERS, "auditor"],
    why: "how questions stand, and nothing that was asked: not the reading that the design keeps from them",
  },
  "crisis.take": {
    who: [...DECIDERS, "provider"],
    only: "others",
    why: `somebody in danger is waiting, and an alert holds no text; admins may be the named contact, and ${NO_ROTA}`,
  },
  "crisis.ask-company": { who: EVERY_ROLE, only: "own", why: "whoever an alert is about" },
  "crisis.worry": {
    who: EVERY_ROLE,
    only: "others",
    why: "whoever reads somebody may be worried about them",
  },
  "sheet.make": { who: ASKERS, only: "own" },
  "note.write": { who: ASKERS, only: "own" },
  "member.care": { who: ASKERS, only: "own", why: "whoever can ask may ask for somebody else" },
  "experience.draft": { who: ASKERS, only: "own" },
  "experience.share": { who: ASKERS, only: "own" },
  "experience.read-own": { who: ASKERS, only: "own" },
  "experience.withdraw": { who: ASKERS, only: "own" },
  "experience.find": {
    who: [...ASKERS, ...ANSWERERS],
    why: "providers read only what its author lets them read, and only with a credential that stands",
  },
  "experience.list": {
    who: DECIDERS,
    why: "what members shared is theirs to look after; no account is shown",
  },
  "experience.label": { who: DECIDERS, only: "others" },
  "member.settings": { who: SETTLED, only: "own" },
  "member.digest": { who: ASKERS, only: "own" },
  "member.who-saw": { who: EVERY_ROLE, only: "own" },
  "member.erase": { who: EVERY_ROLE, only: "own" },
  "member.read": { who: ["admin", "auditor"] },
  "member.invite": { who: ["admin"] },
  "member.change-role": { who: ["admin"], only: "others" },
  "credential.claim": { who: CLAIMANTS, only: "own", why: PROVIDERS_ARE_PATIENTS },
  "credential.prove": { who: CLAIMANTS, only: "own", why: PROVIDERS_ARE_PATIENTS },
  "credential.vouch": { who: ANSWERERS, only: "others", never: "trainee" },
  "credential.attest": { who: ["admin"], only: "others" },
  "credential.approve": { who: ["admin", "lead"], only: "others" },
  "credential.reject": { who: ["admin", "lead"], only: "others" },
  "credential.suspend": {
    who: ["admin"],
    why: "one person is enough to end standing at once, also their own; to give it back takes two",
  },
  "credential.revoke": {
    who: ["admin"],
    only: "others",
    why: "ending is the safe direction, so one is enough",
  },
  "credential.read": { who: READERS },
  "badge.issue": { who: ["admin", "lead"] },
  "badge.issue-own": { who: ANSWERERS, only: "own" },
  "badge.publish": { who: ["admin", "lead"] },
  "credential.question": { who: REPORTERS, only: "others", why: "whoever sees a credential may doubt it" },
  "case.read": { who: DECIDERS, why: "moderators look into doubts; they decide on no credential by it" },
  "case.read-private": { who: ["lead", "admin"], why: "what was said in private is for the core staff" },
  "case.reply": { who: [...ANSWERERS, "applicant", "trainee"], only: "own" },
  "case.decide": {
    who: DECIDERS,
    only: "others",
    why: "agreeing shows a review; only an admin ends standing",
  },
  "shift.set": { who: DECIDERS, only: "own", why: "whoever moderates says when they are there" },
  "shift.set-other": {
    who: ["admin"],
    only: "others",
    why: "whoever keeps a community going plans its week",
  },
  "shift.read": { who: DECIDERS, why: "by names here; nobody's time zone, which says where they live" },
  "policy.replay": {
    who: DECIDERS,
    why: "it reads texts in memory and shows which would be judged otherwise",
  },
  "threshold.read": { who: DECIDERS },
  "threshold.set": { who: ["admin"], why: "it decides what comes of every strike" },
  "policy.propose": { who: ["lead", "admin"], why: "what screens every text is for those who answer for it" },
  "policy.approve": { who: ["lead", "admin"], why: "two of them agree, and one alone for a day" },
  "policy.push": { who: ["admin"], why: "it changes what may be posted on the whole server" },
  "report.file": { who: REPORTERS, why: "whoever sees it may flag it" },
  "decision.undo": { who: DECIDERS, only: "others", why: "a slip of the last day; later it takes an appeal" },
  "decision.confirm": { who: DECIDERS, only: "others", why: "the second person; never whoever decided" },
  "decision.read-own": { who: EVERY_ROLE, only: "own" },
  "appeal.file": { who: EVERY_ROLE, only: "own" },
  "appeal.read": { who: DECIDERS, only: "others" },
  "appeal.decide": { who: DECIDERS, only: "others", why: "never whoever decided, confirmed or reported" },
  "identity.propose": {
    who: ["lead", "admin"],
    only: "others",
    why: "stricter than the design: also a lead needs a second person",
  },
  "identity.approve": { who: ["lead", "admin"], only: "others" },
  "identity.show": {
    who: ["lead", "admin"],
    only: "others",
    why: "one of the two who agreed, for 15 minutes",
  },
  "erase.propose": { who: ["lead", "admin"], only: "others" },
  "erase.approve": { who: ["lead", "admin"], only: "others" },
  "erase.read": { who: READERS },
  "export.propose": {
    who: ["lead", "admin"],
    only: "others",
    why: "two people, as for whose account it is; whom it is about is told",
  },
  "export.approve": { who: ["lead", "admin"], only: "others" },
  "export.save-own": {
    who: EVERY_ROLE,
    only: "own",
    why: "what is kept about somebody is theirs, whoever they are",
  },
  "export.save": { who: ["lead", "admin"], only: "others", why: "one of the two who agreed, for a day" },
  "peers.connect": { who: ASKERS, only: "own", why: "members meet members; a provider may be one besides" },
  "peers.answer": { who: ASKERS, only: "own" },
  "peers.accept": { who: ASKERS, only: "own" },
  "peers.block": { who: EVERY_ROLE, why: "whoever sees somebody may wish to see nothing of them" },
  "peers.leave": { who: ASKERS, only: "own" },
  "mentor.apply": { who: ASKERS, only: "own" },
  "mentor.keep": { who: ASKERS, only: "own" },
  "mentor.read": { who: DECIDERS, why: "who is a mentor, and of their pairs how many: never with whom" },
  "mentor.decide": { who: DECIDERS, only: "others", why: "one person's yes is enough, and never one's own" },
  "friends.read": { who: ASKERS, only: "own" },
  "friends.add": { who: ASKERS, only: "own" },
  "friends.remove": { who: ASKERS, only: "own" },
  "update.write": { who: ASKERS, only: "own" },
  "update.send": { who: ASKERS, only: "own" },
  "update.answer": { who: ASKERS, why: "friends of whoever wrote it, which is looked up" },
  "library.find": { who: SETTLED, why: "whoever is a member reads what is kept for members" },
  "library.keep": {
    who: [...ANSWERERS, "moderator", "admin"],
    only: "others",
    never: "trainee",
    why: "it asks the patient and the author; nothing is kept by it",
  },
  "library.agree": {
    who: [...ASKERS, ...ANSWERERS, "trainee"],
    only: "own",
    why: "the patient's and the author's",
  },
  "library.look": {
    who: ANSWERERS,
    only: "others",
    never: "trainee",
    why: "the second pair of eyes, never whoever wrote it",
  },
  "library.retire": {
    who: [...ANSWERERS, "moderator", "admin"],
    why: "taking out is the safe direction, so one is enough; a provider needs standing",
  },
  "library.import": {
    who: ["lead", "admin"],
    why: "they answer for what is brought in without a second person",
  },
  "library.list": { who: [...DECIDERS, "auditor"], why: "what nobody can find yet only by its number" },
  "community.create": { who: ["admin"] },
  "community.configure": { who: ["admin"] },
  "community.read": { who: ["admin", "moderator", "auditor"] },
  "audit.verify": { who: ["admin", "auditor"], why: "it says unbroken or not, and shows no entry" },
};

export interface Action {
  /** As it is registered: "/ask", "menu …", "button …", "form …", "event …", or the words of a command. */
  readonly does: string;
  /** What access.ts is asked, the first one by the door. None where anybody may. */
  readonly asks: readonly string[];
  /** The door asks nothing, since strangers may come too; what stands behind it asks of members. */
  readonly openDoor?: true;
  readonly who: readonly Being[];
  /** What it is about, in a community that has one of each. The same of another community is not found. */
  readonly about?: Subject;
  /** The same, in the same community, and not theirs to act on: refused to everybody. */
  readonly not?: Subject;
  /** A foreign subject opens an empty form or list: nothing of it is shown, and sending is refused. */
  readonly blank?: true;
  /** What stands after the subject, as in `subject/under`. */
  readonly under?: string;
  /** What is chosen from a list that is about a subject. */
  readonly chosen?: string;
  /** Options of a slash command. */
  readonly given?: Readonly<Record<string, string>>;
  /** Form fields, or the words that are typed; {names} stand for subjects. */
  readonly typed?: Readonly<Record<string, string>> | string;
  /** When it is done, something is stored. */
  readonly writes?: true;
  /** For them nothing is stored when it is done. */
  readonly unwritten?: readonly Being[];
  /** What else may come of it where it is allowed. */
  readonly or?: readonly RefusalCode[];
  /** It can only be refused here, in a way that comes after permission. */
  readonly neverDone?: true;
  /** What must be so first, as SQL. */
  readonly first?: string;
  readonly why?: string;
}

/** What only its own tests press, with the reason. */
export interface Unpressed {
  readonly does: string;
  readonly why: string;
}

const HELP = "help is for anybody, also for a person who never joined";
const JOINING = "who is not a member yet reads this to become one";
const CHECKING = "what was checked of a provider is for anybody who can see them";
const CODE = "whoever has the code of a decision may appeal, also when the community is closed to them";
const REMOVED = "whoever was removed is told to use the code; nobody else has such a message";
const HOST = "acts as whoever runs programs on this machine, not as a member: the files are theirs anyway";
const NO_DATA = "reads no community's data";

const REASON = { reason: "Something about it seems wrong" };
const ANSWER = { often: "It is often harmless.", can: "Rest and drink water.", urgent: "", clinician: "" };
const CLAIM = {
  name: "Vale, Robin",
  first: "Robin",
  last: "Vale",
  profession: "Pharmacist",
  jurisdiction: "Ontario",
  licence: "777001",
};
const ASK = {
  question: "Why do I wake up so early?",
  topic: "Symptoms",
  forWhom: "self",
  ageBand: "30-44",
};
const SETTINGS = { pseudonym: "Quiet Heron", country: "GB", reach: "inbox", quiet: "on" };
const JOIN = { pseudonym: "New Heron", country: "GB", adult: "yes" };
const TOLD = { about: "Walking", happened: "I began to walk after lunch." };
const NO_OPEN_CLAIM = "UPDATE Credential SET status = 'failed' WHERE id = '{myClaim}'";
const mentorRow = (member: string, state: string) =>
  `INSERT INTO Mentor (memberId, communityId, platform, state, passedAt) SELECT id, communityId, 'discord', '${state}', createdAt FROM Member WHERE id = '{${member}}'`;
const MENTORING = mentorRow("me", "active");
const THEIR_WISH = mentorRow("theirMember", "waiting");
const THEY_MENTOR = mentorRow("theirMember", "active");
const OPEN_TO_PEERS =
  "INSERT OR REPLACE INTO PeerQuestion (questionId, communityId, askerId, version, openedAt) SELECT id, communityId, askerId, 1, '2031-03-04T09:00:00.000+00:00' FROM Question WHERE status = 'waiting'";
const MAIL = { address: "robin@clinic.example" };

// biome-ignore format: one line for each action.
export const DISCORD: readonly (Action | Unpressed)[] = [
  { does: "/start", asks: [], who: BEINGS, why: JOINING },
  { does: "/ask", asks: ["question.ask"], who: ASKERS },
  { does: "menu Ask a provider about this", asks: ["question.ask"], who: ASKERS },
  { does: "/my", asks: ["question.read"], who: ASKERS },
  { does: "/inbox", asks: ["question.read", "member.settings"], who: ASKERS },
  { does: "/find", asks: ["library.find"], who: SETTLED, given: { words: "waking up early" } },
  { does: "/privacy", asks: ["member.settings"], who: SETTLED },
  { does: "/questions", asks: ["question.read-peers"], who: ASKERS },
  { does: "/connect", asks: ["peers.connect"], who: ASKERS },
  { does: "/friends", asks: ["friends.read"], who: ASKERS },
  { does: "/update", asks: ["update.write"], who: ASKERS },
  { does: "/blocks", asks: ["peers.block"], who: EVERY_ROLE },
  { does: "menu Block", asks: ["peers.block"], who: EVERY_ROLE },
  { does: "/claim", asks: ["credential.claim"], who: CLAIMANTS },
  { does: "/experience share", asks: ["experience.draft"], who: ASKERS },
  { does: "/experience find", asks: ["experience.find"], who: [...ASKERS, ...ANSWERERS], given: { words: "walking" }, writes: true, why: READS },
  { does: "/experience mine", asks: ["experience.read-own"], who: ASKERS },
  { does: "menu Check credentials", asks: [], who: BEINGS, why: CHECKING },
  { does: "/help-now", asks: [], who: BEINGS, why: HELP },
  { does: "/appeal", asks: [], who: BEINGS, why: CODE },
  { does: "/my-strikes", asks: ["decision.read-own"], who: EVERY_ROLE },
  { does: "/visit-sheet", asks: ["sheet.make"], who: ASKERS },
  { does: "menu Report", asks: ["report.file"], who: REPORTERS, or: ["own_report"], neverDone: true, why: "their own message; that of somebody else: test/bots/discord/reports" },
  { does: "menu Report this person", asks: ["report.file"], who: REPORTERS },
  { does: "menu I'm worried about this person", asks: [], who: BEINGS, why: HELP },

  { does: "button kept-helped", asks: ["library.find"], who: SETTLED, about: "theirKept", not: "theirStale", writes: true },
  { does: "button report-kept", asks: ["report.file"], who: REPORTERS, about: "theirKept", blank: true },
  { does: "button answered-it", asks: ["library.find"], who: SETTLED, about: "theirKept", not: "theirStale", writes: true },
  { does: "button appeal", asks: ["appeal.file"], who: EVERY_ROLE, about: "myDecision", not: "theirDecision", blank: true },
  { does: "button appeal-by-code", asks: [], who: BEINGS, about: "one", why: CODE },
  { does: "button reply-to-appeal", asks: ["appeal.file"], who: EVERY_ROLE, about: "myAppealed", not: "theirAppealed", blank: true },
  { does: "button add-note", asks: ["note.write"], who: ASKERS },
  { does: "button ask", asks: ["question.ask"], who: ASKERS },
  { does: "button ask-again", asks: ["question.follow-up"], who: ASKERS, about: "myClosed", not: "theirClosed", writes: true },
  { does: "button ask-first", asks: ["question.follow-up"], who: ASKERS, about: "myAnswered", not: "theirAnswered", writes: true },
  { does: "button cancel-card", asks: ["question.send", "question.ask"], who: ASKERS, about: "myDraft", not: "theirDraft", writes: true },
  { does: "button cancel-reply", asks: ["question.follow-up"], who: ASKERS, about: "myReply", not: "theirReply", writes: true },
  { does: "button caring", asks: ["member.care"], who: ASKERS, writes: true },
  { does: "button choose-for-sheet", asks: ["sheet.make"], who: ASKERS },
  { does: "button delete-note", asks: ["note.write"], who: ASKERS, about: "myNote", not: "theirNote", writes: true },
  { does: "button company", asks: ["crisis.ask-company"], who: EVERY_ROLE, about: "myAlert", not: "theirAlert", writes: true },
  { does: "button credential", asks: [], who: BEINGS, about: "theirCredential", why: `${CHECKING}; a direct message belongs to no community, so there also from the card of an earlier one` },
  { does: "button claim-credential", asks: ["credential.claim"], who: CLAIMANTS },
  { does: "button ask-peers", asks: ["question.ask-peers"], who: ASKERS, about: "myWaiting", not: "theirWaiting" },
  { does: "button ask-peers-yes", asks: ["question.ask-peers"], who: ASKERS, about: "myWaiting", not: "theirWaiting", under: "1", writes: true },
  { does: "button ask-peers-stop", asks: ["question.stop-peers"], who: ASKERS, about: "myWaiting", not: "theirWaiting", first: OPEN_TO_PEERS, writes: true },
  { does: "button digest", asks: ["member.digest"], who: ASKERS },
  { does: "button digest-on", asks: ["member.digest"], who: ASKERS, writes: true },
  { does: "button digest-show", asks: ["member.digest"], who: ASKERS, or: ["not_found"], neverDone: true, why: "of whoever presses, and there is none yet: test/bots/discord/rhythm" },
  { does: "button digest-stop", asks: ["member.digest"], who: ASKERS },
  { does: "button digest-when", asks: ["member.digest"], who: ASKERS },
  { does: "button open-experience", asks: ["experience.find"], who: [...ASKERS, ...ANSWERERS], about: "theirShared", not: "theirTold", writes: true, why: READS },
  { does: "button peer-question", asks: ["question.read-peers"], who: ASKERS, about: "theirWaiting", not: "theirAnswered", first: OPEN_TO_PEERS, writes: true, why: READS },
  { does: "button report-question", asks: ["question.read-peers"], who: ASKERS, about: "theirWaiting", blank: true },
  { does: "button connect-tags", asks: ["peers.connect"], who: ASKERS },
  { does: "button connect-manner", asks: ["peers.connect"], who: ASKERS },
  { does: "button connect-on", asks: ["peers.connect"], who: ASKERS, writes: true },
  { does: "button connect-off", asks: ["peers.connect"], who: ASKERS, writes: true },
  { does: "button connect-forget", asks: ["peers.connect"], who: ASKERS, writes: true },
  { does: "button mentor", asks: ["mentor.keep"], who: ASKERS },
  { does: "button mentor-quiz", asks: ["mentor.apply"], who: ASKERS, or: ["not_mentor_yet"], neverDone: true, why: "nobody here is a member for four weeks; whoever is: test/bots/discord/mentors" },
  { does: "button mentor-cap", asks: ["mentor.keep"], who: ASKERS, about: "one", first: MENTORING, writes: true },
  { does: "button mentor-pause", asks: ["mentor.keep"], who: ASKERS, first: MENTORING, writes: true },
  { does: "button mentor-stop", asks: ["mentor.keep"], who: ASKERS, first: MENTORING, writes: true },
  { does: "button mentor-touch", asks: ["peers.answer"], who: ASKERS, about: "myPair", not: "theirPair", under: "yes", first: "INSERT INTO Mentoring (pairId, mentorId, touch, round) VALUES ('{myPair}', '{me}', 'asked', 1)", writes: true },
  { does: "button peer-yes", asks: ["peers.accept"], who: ASKERS, about: "myOffer", not: "theirOffer", writes: true },
  { does: "button peer-no", asks: ["peers.answer"], who: ASKERS, about: "myOffer", not: "theirOffer", writes: true },
  { does: "button peer-show", asks: ["peers.answer"], who: ASKERS, about: "myOffer", not: "theirOffer" },
  { does: "button peer-leave", asks: ["peers.leave"], who: ASKERS, about: "myPair", not: "theirPair", writes: true },
  { does: "button add-friend", asks: ["friends.add"], who: ASKERS, about: "myPair", not: "theirPair", writes: true },
  { does: "button remove-friend", asks: ["friends.remove"], who: ASKERS, about: "myFriend", not: "me", writes: true },
  { does: "button update", asks: ["update.write"], who: ASKERS },
  { does: "button edit-update", asks: ["update.write"], who: ASKERS, about: "myUpdate", not: "theirUpdate", blank: true },
  { does: "button send-update", asks: ["update.send"], who: ASKERS, about: "myUpdateCard", not: "theirUpdateCard", writes: true },
  { does: "button cancel-update", asks: ["update.write"], who: ASKERS, about: "myUpdate", not: "theirUpdate", writes: true },
  { does: "button mute-update", asks: ["update.write"], who: ASKERS, about: "mySentUpdate", not: "friendsUpdate", writes: true },
  { does: "button open-update", asks: ["friends.read"], who: ASKERS, about: "friendsUpdate", not: "strangersUpdate" },
  { does: "button support", asks: ["update.answer"], who: ASKERS, about: "friendsSupport", not: "strangersSupport", writes: true },
  { does: "button report-update", asks: ["report.file"], who: REPORTERS, about: "friendsUpdate", not: "strangersUpdate", blank: true },
  { does: "button peer-block", asks: ["peers.block"], who: EVERY_ROLE, about: "myPair", not: "theirPair", blank: true },
  { does: "button block-peer", asks: ["peers.block"], who: EVERY_ROLE, about: "myPair", not: "theirPair", writes: true },
  { does: "button block-account", asks: ["peers.block"], who: EVERY_ROLE, about: "somebody", writes: true },
  { does: "button unblock", asks: ["peers.block"], who: EVERY_ROLE, about: "myBlock", not: "theirBlock", writes: true },
  { does: "button friends-page", asks: ["friends.read"], who: ASKERS },
  { does: "button blocks-page", asks: ["peers.block"], who: EVERY_ROLE },
  { does: "button peer-report", asks: ["report.file"], who: REPORTERS, about: "myPair", not: "theirPair", blank: true },
  { does: "button edit-card", asks: ["question.send", "question.follow-up"], who: ASKERS, about: "myDraft", not: "theirDraft", blank: true },
  { does: "button edit-reply", asks: ["question.follow-up"], who: ASKERS, about: "myReply", not: "theirReply", blank: true },
  { does: "button confirm-erase", asks: ["member.erase"], who: EVERY_ROLE },
  { does: "button erase", asks: ["member.erase"], who: EVERY_ROLE },
  { does: "button enter-code", asks: ["credential.prove"], who: CLAIMANTS },
  { does: "button export-mine", asks: ["export.save-own"], who: EVERY_ROLE, writes: true, why: "of whoever presses, whatever a forged button says: test/bots/discord/export" },
  { does: "button find", asks: ["library.find"], who: SETTLED },
  { does: "button helped", asks: ["question.rate"], who: ASKERS, about: "myAnswered", not: "theirAnswered", writes: true },
  { does: "button experience-back", asks: ["experience.read-own"], who: ASKERS, about: "myTold", not: "theirTold" },
  { does: "button experience-cancel", asks: ["experience.draft"], who: ASKERS, about: "myTold", not: "theirTold", writes: true },
  { does: "button experience-choose", asks: ["experience.draft"], who: ASKERS, about: "myTold", not: "theirTold", under: "topic", chosen: "Medicines", writes: true },
  { does: "button experience-edit", asks: ["experience.draft", "experience.read-own"], who: ASKERS, about: "myTold", not: "theirTold" },
  { does: "button experience-labels", asks: ["experience.draft"], who: ASKERS, about: "myTold", not: "theirTold", chosen: "violence", writes: true },
  { does: "button experience-more", asks: ["experience.find"], who: [...ASKERS, ...ANSWERERS], about: "somebody" },
  { does: "button experience-new", asks: ["experience.draft"], who: ASKERS },
  { does: "button experience-next", asks: ["experience.draft"], who: ASKERS, about: "myTold", not: "theirTold" },
  { does: "button experience-remove", asks: ["experience.withdraw"], who: ASKERS, about: "myShared", not: "theirShared", writes: true },
  { does: "button experience-report", asks: ["report.file"], who: REPORTERS, about: "theirShared", blank: true },
  { does: "button experience-share", asks: ["experience.share"], who: ASKERS, about: "myToldCard", not: "theirToldCard", writes: true },
  { does: "button experience-share-again", asks: ["experience.share"], who: ASKERS, about: "myShared", not: "theirShared", first: "UPDATE Experience SET status = 'withdrawn'", writes: true },
  { does: "button experience-use", asks: ["experience.draft"], who: ASKERS, about: "myTold", not: "theirTold", under: "library/on", writes: true },
  { does: "button experience-withdraw", asks: ["experience.withdraw"], who: ASKERS, about: "myShared", not: "theirShared", writes: true },
  { does: "button my-experiences", asks: ["experience.read-own"], who: ASKERS },
  { does: "button never-show", asks: ["experience.find"], who: [...ASKERS, ...ANSWERERS], about: "label", writes: true },
  { does: "button pick-experience", asks: ["experience.read-own"], who: ASKERS, about: "myTold", not: "theirTold" },
  { does: "button show-again", asks: ["experience.find"], who: [...ASKERS, ...ANSWERERS], about: "label", writes: true },
  { does: "button help-now", asks: [], who: BEINGS, why: HELP },
  { does: "button inbox", asks: ["question.read", "member.settings"], who: ASKERS },
  { does: "button join", asks: [], who: BEINGS, why: JOINING },
  { does: "button join-step", asks: [], who: BEINGS, about: "one", why: JOINING },
  { does: "button make-sheet", asks: ["sheet.make"], who: ASKERS },
  { does: "button notes", asks: ["note.write"], who: ASKERS },
  { does: "button sheet-period", asks: ["sheet.make"], who: ASKERS },
  { does: "button keep-no", asks: ["library.agree"], who: [...ASKERS, ...ANSWERERS, "trainee"], about: "myToKeep", not: "theirToKeep", writes: true },
  { does: "button keep-yes", asks: ["library.agree"], who: [...ASKERS, ...ANSWERERS, "trainee"], about: "myToKeep", not: "theirToKeep", writes: true },
  { does: "button my", asks: ["question.read"], who: ASKERS },
  { does: "button nickname", asks: ["member.settings"], who: SETTLED },
  { does: "button open", asks: ["question.read"], who: ASKERS, about: "myAnswer", not: "theirAnswer" },
  { does: "button open-keep", asks: ["library.agree"], who: [...ASKERS, ...ANSWERERS, "trainee"], about: "myToKeep", not: "theirToKeep" },
  { does: "button pick-answer", asks: ["question.read"], who: ASKERS, about: "myAnswer", not: "theirAnswer", blank: true },
  { does: "button pick-country", asks: [], who: BEINGS, about: "country", why: HELP },
  { does: "button pick-question", asks: ["question.read"], who: ASKERS, about: "myAnswered", not: "theirAnswered", blank: true },
  { does: "button put-back", asks: ["question.follow-up"], who: ASKERS, about: "myNamed", not: "theirNamed", writes: true },
  { does: "button question-credential", asks: ["credential.question"], who: REPORTERS, about: "theirCredential", blank: true },
  { does: "button read-answer", asks: ["library.find"], who: SETTLED, about: "theirKept", not: "theirAgreed", writes: true, why: READS },
  { does: "button reply", asks: ["question.follow-up"], who: ASKERS, about: "myAnswered", not: "theirAnswered", blank: true },
  { does: "button reply-to-case", asks: ["case.reply"], who: [...ANSWERERS, "applicant", "trainee"], about: "myCredential", not: "theirCredential", blank: true },
  { does: "button report", asks: ["question.report"], who: REPORTERS, about: "myAnswered", blank: true },
  { does: "button send-at-once", asks: ["question.follow-up"], who: ASKERS, about: "myAnswered", not: "theirAnswered", writes: true },
  { does: "button send-card", asks: ["question.send"], who: ASKERS, about: "myDraft", not: "theirDraft", writes: true },
  { does: "button send-reply", asks: ["question.follow-up"], who: ASKERS, about: "myReply", not: "theirReply", writes: true },
  { does: "button settings", asks: ["member.settings"], who: SETTLED },
  { does: "button still-unclear", asks: ["question.rate"], who: ASKERS, about: "myAnswered", not: "theirAnswered", writes: true },
  { does: "button take-alert", asks: ["crisis.take"], who: [...DECIDERS, "provider"], about: "theirAlert", not: "myAlert", writes: true },
  { does: "button take-back", asks: ["question.take-back"], who: ASKERS, about: "myWaiting", not: "theirWaiting", writes: true },
  { does: "button take-out", asks: ["library.agree"], who: [...ASKERS, ...ANSWERERS, "trainee"], about: "myKept", not: "theirKept", writes: true },
  { does: "button use-thread", asks: ["member.settings"], who: SETTLED, writes: true },
  { does: "button who-saw", asks: ["member.who-saw"], who: EVERY_ROLE },
  { does: "button work-mail", asks: ["credential.prove"], who: CLAIMANTS },

  { does: "form appeal", asks: ["appeal.file"], who: EVERY_ROLE, about: "myDecision", not: "theirDecision", typed: { text: "I was kind." }, writes: true },
  { does: "form appeal-by-code", asks: [], who: BEINGS, typed: { code: "7KQ2-M4XD", text: "I was kind." }, or: ["appeal_closed", "too_many"], neverDone: true, why: CODE },
  { does: "form reply-to-appeal", asks: ["appeal.file"], who: EVERY_ROLE, about: "myAppealed", not: "theirAppealed", typed: { text: "I was kind." }, writes: true },
  { does: "form report-person", asks: ["report.file"], who: REPORTERS, about: "somebody", typed: REASON, writes: true },
  { does: "form report-post", asks: ["report.file"], who: REPORTERS, typed: REASON, or: ["form_over"], neverDone: true, why: "what was on the screen is kept with the menu, which a forged form never opened: test/bots/discord/reports" },
  { does: "form add-note", asks: ["note.write"], who: ASKERS, typed: { text: "Bring the blue folder.", kind: "note" }, writes: true },
  { does: "form choose-for-sheet", asks: ["sheet.make"], who: ASKERS, about: "myAnswered", not: "theirAnswered", typed: { questions: "{myAnswered}" } },
  { does: "form ask", asks: ["question.ask"], who: ASKERS, typed: ASK, writes: true },
  { does: "form claim-credential", asks: ["credential.claim"], who: CLAIMANTS, typed: CLAIM, first: NO_OPEN_CLAIM, writes: true },
  { does: "form digest-when", asks: ["member.digest"], who: ASKERS, typed: { weekday: "3", band: "evening" }, writes: true },
  { does: "form report-question", asks: ["question.read-peers"], who: ASKERS, about: "theirWaiting", not: "theirAnswered", first: OPEN_TO_PEERS, typed: REASON, writes: true },
  { does: "form connect-tags", asks: ["peers.connect"], who: ASKERS, typed: { topic: "pain,sleep", stage: "new" }, writes: true },
  { does: "form connect-manner", asks: ["peers.connect"], who: ASKERS, typed: { pace: "once", times: "days", zone: "americas" }, writes: true },
  { does: "form update", asks: ["update.write"], who: ASKERS, about: "myUpdate", not: "theirUpdate", typed: { text: "A good week." }, writes: true },
  { does: "form report-update", asks: ["report.file"], who: REPORTERS, about: "friendsUpdate", not: "strangersUpdate", typed: REASON, writes: true },
  { does: "form mentor-quiz", asks: ["mentor.apply"], who: ASKERS, or: ["not_mentor_yet"], neverDone: true, why: "as the button" },
  { does: "form peer-report", asks: ["report.file"], who: REPORTERS, about: "myPair", not: "theirPair", typed: REASON, writes: true },
  { does: "form experience-edit", asks: ["experience.draft"], who: ASKERS, about: "myTold", not: "theirTold", typed: TOLD, writes: true },
  { does: "form experience-new", asks: ["experience.draft"], who: ASKERS, typed: TOLD, writes: true },
  { does: "form report-kept", asks: ["report.file"], who: REPORTERS, about: "theirKept", not: "theirStale", typed: REASON, writes: true },
  { does: "form experience-report", asks: ["report.file"], who: REPORTERS, about: "theirShared", typed: REASON, writes: true },
  { does: "form edit-card", asks: ["question.send", "question.ask"], who: ASKERS, about: "myDraft", not: "theirDraft", typed: ASK, writes: true },
  { does: "form edit-reply", asks: ["question.follow-up"], who: ASKERS, about: "myReply", not: "theirReply", typed: { text: "Since June." }, writes: true },
  { does: "form enter-code", asks: ["credential.prove"], who: CLAIMANTS, typed: { code: "{myCode}" }, writes: true },
  { does: "form find", asks: ["library.find"], who: SETTLED, typed: { words: "waking up early", topic: "" } },
  { does: "form join", asks: [], who: BEINGS, typed: JOIN, or: ["already_joined"], writes: true, why: JOINING },
  { does: "form question-credential", asks: ["credential.question"], who: REPORTERS, about: "theirCredential", not: "myCredential", typed: REASON, writes: true },
  { does: "form reply", asks: ["question.follow-up"], who: ASKERS, about: "myAnswered", not: "theirAnswered", typed: { text: "Since June." }, writes: true },
  { does: "form reply-to-case", asks: ["case.reply"], who: [...ANSWERERS, "applicant", "trainee"], about: "myCredential", not: "theirCredential", typed: { text: "It was renewed." }, writes: true },
  { does: "form report", asks: ["question.report"], who: REPORTERS, about: "myAnswered", typed: REASON, writes: true },
  { does: "form report", asks: ["question.report"], who: [...ANSWERERS, "trainee", "moderator", "admin"], about: "theirAnswered", typed: REASON, writes: true, why: "patients see no question but their own" },
  { does: "form confirm-erase", asks: ["member.erase"], who: EVERY_ROLE, typed: { name: "Nobody Here" }, or: ["name_differs"], neverDone: true, why: "with the name of somebody else; with their own: test/bots/discord/erase" },
  { does: "form nickname", asks: ["member.settings"], who: SETTLED, typed: { nickname: "Book club" }, writes: true },
  { does: "form settings", asks: ["member.settings"], who: SETTLED, typed: SETTINGS, writes: true },
  { does: "form work-mail", asks: ["credential.prove"], who: CLAIMANTS, typed: MAIL, writes: true },
  { does: "form worried", asks: ["crisis.worry"], openDoor: true, who: BEINGS, about: "somebody", typed: { why: "They said goodbye." }, writes: true, unwritten: ["stranger", "left"], why: `${HELP}; of a stranger nothing is kept` },

  { does: "event message-typed", asks: ["question.read", "question.follow-up"], who: ASKERS, typed: { text: "It began in June." }, writes: true },
  { does: "event message-edited", why: "about one's own message only, which was typed as above: test/bots/discord/typed-text" },
  { does: "event message-removed", why: "about one's own message only, which was typed as above: test/bots/discord/typed-text" },
  { does: "event filter-found", why: "Discord tells it, nobody presses it: test/bots/discord/automod" },
  { does: "event post-found", why: "screening finds it in a watched channel, nobody presses it: test/bots/discord/watched" },
  { does: "event thread-typed", why: "says how to reply, to anybody, and reads nothing" },
  { does: "event thread-unkept", why: "takes a message out and keeps nothing: test/bots/discord/credentials" },
];

const LINKED = "somebody who has an account here needs no code";

// biome-ignore format: one line for each action.
export const SLACK: readonly (Action | Unpressed)[] = [
  { does: "button appeal", asks: ["appeal.file"], openDoor: true, who: EVERY_ROLE, about: "myDecision", not: "theirDecision", blank: true, or: ["barred"], why: REMOVED },
  { does: "button appeal-code", asks: [], who: BEINGS, why: CODE },
  { does: "button reply-to-appeal", asks: ["appeal.file"], openDoor: true, who: EVERY_ROLE, about: "myAppealed", not: "theirAppealed", blank: true, or: ["barred"], why: REMOVED },
  { does: "button report-person", asks: ["report.file"], who: REPORTERS },
  { does: "button take-case", asks: ["case.read"], who: DECIDERS, about: "theirCase", not: "myCase", writes: true },
  { does: "button hand-back-case", asks: ["case.read"], who: DECIDERS, about: "theirCase", not: "myCase" },
  { does: "button ask-back", asks: ["question.ask-back", "question.read-card", "question.claim"], who: ANSWERERS, about: "theirWaiting", not: "myWaiting", writes: true },
  { does: "button claim", asks: ["question.claim"], who: ANSWERERS, about: "theirWaiting", not: "myWaiting", writes: true },
  { does: "button decline", asks: ["question.release"], who: ANSWERERS, about: "theirWaiting", writes: true },
  { does: "button edit-answer", asks: ["question.answer"], who: ANSWERERS, about: "theirAnswer", not: "myAnswer" },
  { does: "button look", asks: ["question.look"], who: ANSWERERS, about: "theirHeld", not: "myHeld", writes: true, why: "that a text was opened is written down" },
  { does: "button agree", asks: ["question.second-opinion"], who: ANSWERERS, about: "theirAnswerRead", not: "myAnswerRead", writes: true },
  { does: "button add-opinion", asks: ["question.second-opinion"], who: ANSWERERS, about: "theirAnswerRead", not: "myAnswerRead" },
  { does: "button see-differently", asks: ["question.second-opinion"], who: ANSWERERS, about: "theirAnswerRead", not: "myAnswerRead" },
  { does: "button withdraw-opinion", asks: ["question.withdraw-opinion"], who: ANSWERERS, about: "myOpinion", not: "theirOpinion", writes: true },
  { does: "button keep", asks: ["library.keep", "question.read-card"], who: ANSWERERS, about: "theirAnswer", not: "myAnswer" },
  { does: "button keep-yes", asks: ["library.agree"], who: [...ASKERS, ...ANSWERERS, "trainee"], about: "myToKeep", not: "theirToKeep", writes: true },
  { does: "button keep-no", asks: ["library.agree"], who: [...ASKERS, ...ANSWERERS, "trainee"], about: "myToKeep", not: "theirToKeep", writes: true },
  { does: "button take-out", asks: ["library.agree"], who: [...ASKERS, ...ANSWERERS, "trainee"], about: "myKept", not: "theirKept", writes: true },
  { does: "button keep-look", asks: ["library.look"], who: ANSWERERS, about: "theirAgreed", not: "myAgreed" },
  { does: "button still-right", asks: ["library.look"], who: ANSWERERS, about: "theirStale", not: "myStale", writes: true },
  { does: "button retire-answer", asks: ["library.retire"], who: [...ANSWERERS, "moderator", "admin"], about: "theirStale", writes: true },
  { does: "button needs-in-person", asks: ["question.answer"], who: ANSWERERS, about: "theirClaimed", not: "myAnswered", writes: true },
  { does: "button release", asks: ["question.release"], who: ANSWERERS, about: "theirClaimed", writes: true },
  { does: "button report", asks: ["question.report"], who: REPORTERS, about: "theirAnswered", blank: true },
  { does: "button request-code", asks: [], who: BEINGS, or: ["already_linked"], writes: true, why: LINKED },
  { does: "button send-to-patient", asks: ["question.answer", "question.read-card"], who: ANSWERERS, about: "theirAnswered", not: "myAnswered" },
  { does: "button take-alert", asks: ["crisis.take"], who: [...DECIDERS, "provider"], about: "theirAlert", not: "myAlert", writes: true },
  { does: "button credential", asks: [], who: BEINGS, about: "theirCredential", why: CHECKING },
  { does: "button claim-credential", asks: [], who: BEINGS, why: "who is not known yet says so here" },
  { does: "button enter-code", asks: ["credential.prove"], who: CLAIMANTS },
  { does: "button reply-to-case", asks: ["case.reply"], who: [...ANSWERERS, "applicant", "trainee"], about: "myCredential", not: "theirCredential", blank: true },
  { does: "button vouch", asks: ["credential.vouch"], who: ANSWERERS, about: "theirClaim", not: "myClaim", writes: true },
  { does: "button work-mail", asks: ["credential.prove"], who: CLAIMANTS },

  { does: "shortcut report-message", why: "what a menu was opened on comes with the menu alone: test/bots/slack/moderation" },

  { does: "form appeal", asks: ["appeal.file"], openDoor: true, who: EVERY_ROLE, about: "myDecision", not: "theirDecision", typed: { text: "I was kind." }, writes: true, or: ["barred"], why: REMOVED },
  { does: "form appeal-code", asks: [], who: BEINGS, typed: { code: "7KQ2-M4XD", text: "I was kind." }, or: ["appeal_closed", "too_many"], neverDone: true, why: CODE },
  { does: "form reply-to-appeal", asks: ["appeal.file"], openDoor: true, who: EVERY_ROLE, about: "myAppealed", not: "theirAppealed", typed: { text: "I was kind." }, writes: true, or: ["barred"], why: REMOVED },
  { does: "form report-person", asks: ["report.file"], who: REPORTERS, typed: { person: "U0SOMEBODY", reason: "They shout at people" }, writes: true },
  { does: "form report-post", asks: ["report.file"], who: REPORTERS, about: "somebody", typed: REASON, or: ["form_over", "not_found"], neverDone: true, why: "what was on the screen is kept with the menu, which a forged form never opened: test/bots/slack/moderation" },
  { does: "form answer", asks: ["question.answer"], who: ANSWERERS, about: "theirClaimed", not: "myWaiting", typed: ANSWER, writes: true },
  { does: "form ask-back", asks: ["question.ask-back"], who: ANSWERERS, about: "theirClaimed", not: "myWaiting", typed: { text: "Since when?" }, writes: true },
  { does: "form edit-answer", asks: ["question.answer"], who: ANSWERERS, about: "theirAnswer", not: "myAnswer", typed: ANSWER, writes: true },
  { does: "form keep", asks: ["library.keep"], who: [...ANSWERERS, "moderator", "admin"], about: "theirAnswer", not: "myAnswer", typed: { words: "Why do people wake up early?" }, writes: true },
  { does: "form keep-look", asks: ["library.look"], who: ANSWERERS, about: "theirAgreed", not: "myAgreed", typed: { outcome: "fit", months: "12", note: "" }, writes: true },
  { does: "form look", asks: ["question.look"], who: ANSWERERS, about: "theirHeldAnswer", not: "myHeldAnswer", typed: { outcome: "send", note: "" }, writes: true },
  { does: "form second-opinion", asks: ["question.second-opinion"], who: ANSWERERS, about: "theirAnswerRead", not: "myAnswerRead", typed: { text: "Rest helps many people too." }, writes: true },
  { does: "form report", asks: ["question.report"], who: REPORTERS, about: "myAnswered", typed: REASON, writes: true },
  { does: "form report", asks: ["question.report"], who: [...ANSWERERS, "trainee", "moderator", "admin"], about: "theirAnswered", typed: REASON, writes: true, why: "patients see no question but their own" },
  { does: "form send-to-patient", asks: ["question.answer"], who: ANSWERERS, about: "theirAnswered", not: "myAnswered", typed: { text: "Keep a diary for a week." }, writes: true },
  { does: "form claim-credential", asks: ["credential.claim"], openDoor: true, who: [...CLAIMANTS, "stranger"], typed: { ...CLAIM, pseudonym: "New Heron" }, first: NO_OPEN_CLAIM, or: ["already_linked"], writes: true, why: "somebody new becomes an applicant by it; who left does not come back by it" },
  { does: "form enter-code", asks: ["credential.prove"], who: CLAIMANTS, typed: { code: "{myCode}" }, writes: true },
  { does: "form question-credential", asks: ["credential.question"], who: REPORTERS, about: "theirCredential", not: "myCredential", typed: REASON, writes: true },
  { does: "form reply-to-case", asks: ["case.reply"], who: [...ANSWERERS, "applicant", "trainee"], about: "myCredential", not: "theirCredential", typed: { text: "It was renewed." }, writes: true },
  { does: "form work-mail", asks: ["credential.prove"], who: CLAIMANTS, typed: MAIL, writes: true },
];

/** Who sees on the home page what waits; nothing is pressed for it. */
export const HOME_READERS: readonly Being[] = ["provider", "trainee", "lead"];

const BECAUSE = '--reason "The number is another one"';

// biome-ignore format: one line for each action.
export const CLI: readonly (Action | Unpressed)[] = [
  { does: "init", why: `makes the first admin of an empty machine, and is refused where a community is; ${HOST}` },
  { does: "login", why: "trades a one-time code for a token: test/cli/command-line" },
  { does: "start", why: HOST },
  { does: "sandbox", why: NO_DATA },
  { does: "demo", why: NO_DATA },
  { does: "doctor", why: `says what is missing, before there is anybody to sign in; ${HOST}` },
  { does: "db migrate", why: HOST },
  { does: "db backup", why: HOST },
  { does: "db restore", why: HOST },
  { does: "db status", why: HOST },
  { does: "screen", why: NO_DATA },
  { does: "policy lint", why: NO_DATA },
  { does: "policy test", why: NO_DATA },
  { does: "policy explain", why: NO_DATA },
  { does: "policy diff", why: NO_DATA },
  { does: "policy in-force", why: NO_DATA },
  { does: "registry import", why: `public files; ${HOST}` },
  { does: "registry status", why: `public files; ${HOST}` },
  { does: "badge verify", why: "for anybody, on a machine of their own" },

  { does: "admin invite", asks: ["member.invite"], who: ["admin"], typed: 'admin invite "New Desk"', writes: true },
  { does: "community create", asks: ["community.create"], who: ["admin"], typed: "community create --name Third --country GB --admin Ada --treats-these-patients no", writes: true },
  { does: "community sync", asks: ["community.configure"], who: ["admin"], typed: "community sync", writes: true, why: "what stands on the library's shelf is said anew" },
  { does: "community link", asks: ["community.configure"], who: ["admin"], typed: "community link --platform slack --space T9 --side providers", writes: true },
  { does: "community second-looks", asks: ["community.configure"], who: ["admin"], typed: "community second-looks 5", writes: true },
  { does: "community digests", asks: ["community.configure"], who: ["admin"], typed: "community digests off", writes: true },
  { does: "community unlink", asks: ["community.configure"], who: ["admin"], typed: "community unlink library", writes: true },
  { does: "community care", asks: ["community.configure"], who: ["admin"], typed: "community care --cases-a-day 20", writes: true },
  { does: "community watch", asks: ["community.configure"], who: ["admin"], typed: "community watch 1180000000000000077", writes: true },
  { does: "community unwatch", asks: ["community.configure"], who: ["admin"], about: "watchedChannel", typed: "community unwatch {subject}", writes: true },
  { does: "community show", asks: ["community.read"], who: ["admin", "moderator", "auditor"], typed: "community show" },
  { does: "member list", asks: ["member.read"], who: ["admin", "auditor"], typed: "member list" },
  { does: "member show", asks: ["member.read"], who: ["admin", "auditor"], about: "theirMember", typed: "member show {subject}" },
  { does: "member role", asks: ["member.change-role"], who: ["admin"], about: "theirMember", not: "me", typed: "member role {subject} --give moderator", writes: true },
  { does: "member crisis-contact", asks: ["community.configure"], who: ["admin"], about: "theirMember", typed: "member crisis-contact {subject}", writes: true },
  { does: "credential add", asks: ["credential.attest"], who: ["admin"], about: "theirCode", typed: 'credential add --code {subject} --name "New Heron" --first Robin --last Vale --profession pharmacist --jurisdiction Ontario --licence 777002 --proof video --source Ontario --checked {today}', writes: true },
  { does: "credential queue", asks: ["credential.read"], who: READERS, typed: "credential queue" },
  { does: "credential show", asks: ["credential.read"], who: READERS, about: "theirClaim", typed: "credential show {subject}" },
  { does: "credential check", asks: ["credential.attest"], who: ["admin"], about: "theirClaim", not: "myClaim", typed: "credential check {subject}", writes: true, why: "without a claim it asks public files on this machine, and nobody signs in" },
  { does: "credential prove", asks: ["credential.attest"], who: ["admin"], about: "theirClaim", not: "myClaim", typed: "credential prove {subject} --by video", writes: true },
  { does: "credential approve", asks: ["credential.approve"], who: ["admin", "lead"], about: "theirProposed", typed: "credential approve {subject}", writes: true },
  { does: "credential approve", asks: ["credential.attest"], who: ["admin"], about: "theirClaim", not: "myClaim", typed: "credential approve {subject}", or: ["no_control"], neverDone: true, why: "where nobody proposed it yet it proposes, which is the admins'" },
  { does: "credential reject", asks: ["credential.reject"], who: ["admin", "lead"], about: "theirClaim", not: "myClaim", typed: `credential reject {subject} ${BECAUSE}`, writes: true },
  { does: "credential suspend", asks: ["credential.suspend"], who: ["admin"], about: "theirCredential", typed: `credential suspend {subject} ${BECAUSE}`, writes: true },
  { does: "credential revoke", asks: ["credential.revoke"], who: ["admin"], about: "theirCredential", not: "myCredential", typed: `credential revoke {subject} ${BECAUSE}`, writes: true },
  { does: "credential due", asks: ["credential.read"], who: READERS, typed: "credential due" },
  { does: "credential challenge", asks: ["case.read"], who: DECIDERS, typed: "credential challenge" },
  { does: "credential challenge", asks: ["case.decide"], who: DECIDERS, about: "theirCredential", not: "myCredential", typed: `credential challenge {subject} --agree ${BECAUSE}`, writes: true },
  { does: "badge issue", asks: ["badge.issue"], who: ["admin", "lead"], about: "theirCredential", typed: "badge issue {subject}", writes: true },
  { does: "badge issue", asks: ["badge.issue-own", "badge.issue"], who: ["admin", ...ANSWERERS], about: "myCredential", typed: "badge issue {subject}", writes: true },
  { does: "badge keys", asks: [], who: EVERY_ROLE, typed: "badge keys", why: "what it prints is to be published; only which community's is asked of the token" },
  { does: "badge revocations", asks: ["badge.publish"], who: ["admin", "lead"], typed: "badge revocations" },
  { does: "proposal list", asks: ["credential.read"], who: [...READERS, "moderator"], typed: "proposal list", why: "each sees the acts that they may know of" },
  { does: "proposal show", asks: ["case.read"], who: DECIDERS, about: "theirBan", typed: "proposal show {subject}" },
  { does: "proposal show", asks: ["credential.read"], who: READERS, about: "theirAttested", typed: "proposal show {subject}" },
  { does: "proposal approve", asks: ["decision.confirm"], who: DECIDERS, about: "theirBan", typed: "proposal approve {subject}", writes: true },
  { does: "proposal approve", asks: ["credential.approve"], who: ["admin", "lead"], about: "theirAttested", typed: "proposal approve {subject}", writes: true },
  { does: "proposal approve", asks: ["identity.approve"], who: ["lead", "admin"], about: "theirReveal", typed: "proposal approve {subject}", writes: true },
  { does: "proposal approve", asks: ["erase.approve"], who: ["lead", "admin"], about: "theirErasure", typed: "proposal approve {subject}", writes: true },
  { does: "proposal approve", asks: ["export.approve"], who: ["lead", "admin"], about: "theirExport", typed: "proposal approve {subject}", writes: true },
  { does: "next", asks: ["case.decide"], who: DECIDERS, typed: "next", writes: true },
  { does: "show", why: "asks what showing each thing asks: test/cli/show" },
  { does: "retention", why: NO_DATA },
  { does: "rules", why: NO_DATA },
  { does: "completion", why: NO_DATA },
  { does: "case list", asks: ["case.read"], who: DECIDERS, typed: "case list" },
  { does: "case show", asks: ["case.read", "case.read-private"], who: DECIDERS, about: "theirCase", not: "myCase", typed: "case show {subject}", writes: true, why: "that it was read is written down; one about what was said in private: test/cli/private-cases" },
  { does: "case take", asks: ["case.read"], who: DECIDERS, about: "theirCase", not: "myCase", typed: "case take {subject}", writes: true },
  { does: "case release", asks: ["case.read"], who: DECIDERS, about: "theirCase", not: "myCase", typed: "case release {subject}" },
  { does: "case note", asks: ["case.read"], who: DECIDERS, about: "theirCase", not: "myCase", typed: 'case note {subject} --text "Third time"', writes: true },
  { does: "case decide", asks: ["case.decide"], who: DECIDERS, about: "theirCase", not: "myCase", typed: 'case decide {subject} --action dismiss --reason "No rule is broken"', writes: true },
  { does: "case undo", asks: ["decision.undo"], who: DECIDERS, about: "theirDecided", not: "myCase", typed: "case undo {subject}", writes: true },
  { does: "shift set", asks: ["shift.set"], who: DECIDERS, typed: 'shift set "mon 9-12" --zone UTC', writes: true },
  { does: "shift set", asks: ["shift.set-other"], who: ["admin"], typed: 'shift set "mon 9-12" --zone UTC --of Ada', writes: true },
  { does: "shift clear", asks: ["shift.set"], who: DECIDERS, typed: "shift clear" },
  { does: "shift clear", asks: ["shift.set-other"], who: ["admin"], typed: "shift clear --of Ada" },
  { does: "shift list", asks: ["shift.read"], who: DECIDERS, typed: "shift list" },
  { does: "appeal list", asks: ["appeal.read"], who: DECIDERS, typed: "appeal list" },
  { does: "appeal show", asks: ["appeal.read"], who: DECIDERS, about: "theirAppeal", not: "myAppeal", typed: "appeal show {subject}" },
  { does: "appeal ask", asks: ["appeal.decide"], who: DECIDERS, about: "theirAppeal", not: "myAppeal", typed: 'appeal ask {subject} --text "Which one?"', writes: true },
  { does: "appeal uphold", asks: ["appeal.decide"], who: DECIDERS, about: "theirAppeal", not: "myAppeal", typed: 'appeal uphold {subject} --reason "It was unkind"', writes: true },
  { does: "appeal overturn", asks: ["appeal.decide"], who: DECIDERS, about: "theirAppeal", not: "myAppeal", typed: 'appeal overturn {subject} --reason "It was kind"', writes: true },
  { does: "appeal file", asks: ["appeal.read"], who: DECIDERS, typed: 'appeal file --code 7KQ2-M4XD --text "I was kind."', or: ["appeal_closed"], neverDone: true, why: `${CODE}; it is typed in for them` },
  { does: "appeal reply", asks: ["appeal.read"], who: DECIDERS, typed: 'appeal reply --code 7KQ2-M4XD --text "I was kind."', or: ["not_found", "appeal_closed"], neverDone: true, why: `${CODE}; it is typed in for them` },
  { does: "mentor list", asks: ["mentor.read"], who: DECIDERS, typed: "mentor list" },
  { does: "mentor show", asks: ["mentor.read"], who: DECIDERS, about: "theirMember", first: THEIR_WISH, typed: "mentor show {subject}" },
  { does: "mentor approve", asks: ["mentor.decide"], who: DECIDERS, about: "theirMember", not: "me", first: THEIR_WISH, typed: "mentor approve {subject}", writes: true },
  { does: "mentor decline", asks: ["mentor.decide"], who: DECIDERS, about: "theirMember", not: "me", first: THEIR_WISH, typed: 'mentor decline {subject} --reason "Not yet"', writes: true },
  { does: "mentor end", asks: ["mentor.decide"], who: DECIDERS, about: "theirMember", not: "me", first: THEY_MENTOR, typed: 'mentor end {subject} --reason "It was advice"', writes: true },
  { does: "strike show", asks: ["case.read"], who: DECIDERS, about: "theirMember", typed: "strike show {subject}" },
  { does: "threshold list", asks: ["threshold.read"], who: DECIDERS, typed: "threshold list" },
  { does: "threshold set", asks: ["threshold.set"], who: ["admin"], typed: "threshold set 3 --pause 24h --yes", writes: true },
  { does: "threshold remove", asks: ["threshold.set"], who: ["admin"], typed: "threshold remove 99", or: ["not_found"], neverDone: true, why: "no such threshold is there; one that is: test/cli/thresholds" },
  { does: "policy propose", asks: ["policy.propose"], who: ["lead", "admin"], typed: "policy propose" },
  { does: "policy take-back", asks: ["policy.propose"], who: ["lead", "admin"], typed: "policy take-back", or: ["not_found"], neverDone: true, why: "there is none to take back: test/cli/policy-propose" },
  { does: "proposal approve", asks: ["policy.approve"], who: ["lead", "admin"], about: "theirPolicies", typed: "proposal approve {subject}", writes: true },
  { does: "proposal show", asks: ["policy.approve"], who: ["lead", "admin"], about: "theirPolicies", typed: "proposal show {subject}" },
  { does: "policy push", asks: ["policy.push"], who: ["admin"], typed: "policy push --kinds method --alerts 100000" },
  { does: "policy replay", asks: ["policy.replay"], who: DECIDERS, typed: "policy replay --since 7d", writes: true },
  { does: "identity propose", asks: ["identity.propose"], who: ["lead", "admin"], about: "theirMember", not: "me", typed: 'identity propose {subject} --reason "The police ask where they are"', writes: true },
  { does: "identity show", asks: ["identity.show"], who: ["lead", "admin"], about: "theirMember", typed: "identity show {subject}", or: ["not_found"], neverDone: true, why: "only one of the two who agreed sees it: test/core/moderation/identity" },
  { does: "erase propose", asks: ["erase.propose"], who: ["lead", "admin"], about: "theirMember", not: "me", typed: 'erase propose {subject} --reason "They asked for it"', writes: true },
  { does: "erase show", asks: ["erase.read"], who: READERS, typed: "erase show 7KQ2-M4XD", or: ["not_found"], neverDone: true, why: "whoever was erased has the code: test/core/privacy/erase-everything" },
  { does: "export propose", asks: ["export.propose"], who: ["lead", "admin"], about: "theirMember", not: "me", typed: 'export propose {subject} --reason "They asked for it"', writes: true },
  { does: "export save", asks: ["export.save"], who: ["lead", "admin"], about: "theirMember", typed: "export save {subject} --to export-of-nobody", or: ["not_found"], neverDone: true, why: "only one of the two who agreed saves it: test/core/privacy, test/cli/export" },
  { does: "report", asks: ["report.read"], who: [...DECIDERS, "auditor"], typed: "report" },
  { does: "report", asks: ["report.publish"], who: ["admin"], typed: "report --post", writes: true },
  { does: "question list", asks: ["question.list"], who: [...DECIDERS, "auditor"], typed: "question list" },
  { does: "question show", asks: ["question.list"], who: [...DECIDERS, "auditor"], typed: "question show {theirPausedNumber}" },
  { does: "question resume", asks: ["question.resume"], who: DECIDERS, typed: "question resume {theirPausedNumber}", writes: true },
  { does: "library list", asks: ["library.list"], who: [...DECIDERS, "auditor"], typed: "library list" },
  { does: "library due", asks: ["library.list"], who: [...DECIDERS, "auditor"], typed: "library due" },
  { does: "library show", asks: ["library.list"], who: [...DECIDERS, "auditor"], typed: "library show {theirKeptNumber}" },
  { does: "library keep", asks: ["library.keep"], who: [...ANSWERERS, "moderator", "admin"], typed: 'library keep {theirAnsweredNumber} --words "Why do people wake up early?"', writes: true },
  { does: "library retire", asks: ["library.retire"], who: [...ANSWERERS, "moderator", "admin"], typed: "library retire {theirKeptNumber}", writes: true },
  { does: "library merge", asks: ["library.retire"], who: [...ANSWERERS, "moderator", "admin"], typed: "library merge {theirKeptNumber} {theirStaleNumber}", writes: true },
  { does: "library import", asks: ["library.import"], who: ["lead", "admin"], typed: "library import test/fixtures/library/nothing.json", why: "a dry run; what brings in: test/cli/library" },
  { does: "experience list", asks: ["experience.list"], who: DECIDERS, typed: "experience list" },
  { does: "experience show", asks: ["experience.list"], who: DECIDERS, about: "theirSharedNumber", not: "mySharedNumber", typed: "experience show {subject}", writes: true },
  { does: "experience label", asks: ["experience.label"], who: DECIDERS, about: "theirSharedNumber", not: "mySharedNumber", typed: "experience label {subject} violence", writes: true },
  { does: "audit verify", asks: ["audit.verify"], who: ["admin", "auditor"], typed: "audit verify" },
];
