import { ANSWER_FIELDS } from "#core/questions/cards.ts";
import type { MemberExport, Parts } from "./export-member.ts";
import type { Part } from "./what-is-kept.ts";

/** Every name of a field, however deep. */
type Fields<T> = T extends Date
  ? never
  : T extends readonly (infer Item)[]
    ? Fields<Item>
    : T extends object
      ? { [K in keyof T & string]: K | Fields<NonNullable<T[K]>> }[keyof T & string]
      : never;

/** The fields of an export; one without words does not compile. */
export type ExportField = Exclude<Fields<Parts>, Part> | Exclude<keyof MemberExport, Part>;

export const FIELD_WORDS: Readonly<Record<ExportField, string>> = {
  ...ANSWER_FIELDS,
  about: "What it was about",
  accountId: "Your id there",
  act: "What was done",
  acted: "We took action",
  addressFrom: "Where that was found",
  addressUsed: "Phone number or address",
  ageBand: "Age",
  answeringPausedAt: "Answering paused since",
  appeal: "Your appeal",
  appealUntil: "You can, or could, appeal until",
  askedAt: "Asked on",
  authorAgreedAt: "Its author agreed",
  askedForCompanyAt: "You asked for company",
  at: "When",
  badges: "Badges",
  begunAt: "Begun",
  by: "Who",
  byRole: "By whom",
  card: "What we sent",
  cardAndWaiting: "Newer text, as it would be sent",
  checkedAt: "Checked",
  checks: "Looks into registers",
  claimedAt: "Claimed",
  closedAt: "Closed",
  community: "Community",
  compared: "What was compared",
  country: "Country",
  credentialsQuestioned: "Credentials that you questioned",
  crisisContact: "You are told when somebody may be in danger",
  decidedAt: "Decided",
  decidedFor: "Reason",
  doneAt: "Done",
  draftedAt: "Begun",
  dueAt: "Due",
  earlierCards: "What we sent before you changed it",
  earlierVersions: "Earlier versions",
  editedAt: "Changed",
  endedAt: "Over since",
  endsAt: "Ends",
  pausedUntil: "Your writing was paused until",
  expiresAt: "Runs out",
  field: "What",
  file: "File",
  fileOf: "Day of the file",
  fileSha256: "Fingerprint of the file (SHA-256)",
  filedAt: "Sent to us",
  firstName: "First name",
  forWhom: "For whom",
  formerNames: "Earlier last names",
  from: "Shown beside it",
  givenAt: "You agreed",
  hiddenAt: "Hidden by the moderators",
  holding: "Questions that you hold now",
  inGeneralWords: "The question, in general words",
  inRegister: "In the register",
  invitationsYouMade: "Invitations that you made",
  invited: "How you were invited",
  issuedAt: "Issued",
  joinedAt: "Here since",
  jurisdiction: "Where",
  keptForOthers: "Kept for others",
  kind: "Kind",
  lastName: "Last name",
  leftOut: "What is not in here",
  level: "How grave",
  licenceNumber: "Licence number",
  linkCodes: "Codes that you asked for, to link your account",
  looks: "Colleagues who read it first",
  looksYouGave: "Answers of colleagues that you read first",
  madeAt: "Made",
  method: "How",
  middleName: "Middle name",
  name: "Your name here",
  needsSecondBy: "Over unless a second person agrees by",
  nextLookAt: "Next look",
  npi: "NPI",
  number: "Number",
  outcome: "What came of it",
  page: "Page",
  pausedAt: "Paused",
  place: "Where",
  platform: "Platform",
  points: "Points",
  privateThreadId: "Your private thread there",
  profession: "Profession",
  promisedAt: "We promised to tell you by",
  proofs: "Proofs that the account is yours",
  purpose: "What for",
  question: "Question",
  questionNumber: "Question",
  questioned: "Questions about this credential",
  quiet: "Messages say only that there is a reply",
  raisedAt: "When",
  rating: "You said",
  ratings: "What you said of the answers",
  reach: "How replies reach you",
  reason: "Reason",
  readByOthers: "What others can read, or could have read",
  received: "What you got",
  register: "Register",
  removedAt: "Removed",
  removedWords: "Words that were removed",
  reports: "Reports",
  restsOn: "Rests on",
  result: "Result",
  reviewBy: "To be looked at again by",
  reviewedAt: "A colleague looked at it",
  revokedAt: "Taken back",
  role: "Role",
  roleAskedFor: "Role here",
  roles: "Your roles",
  rule: "Rule",
  said: "What was said",
  saidAdultAt: "You said that you are 18 or over",
  says: "What it says",
  schema: "Form of the file",
  screening: "What our screening made of it",
  sendWithoutAsking: "Replies are sent without asking, when nothing was removed",
  sentAt: "Sent",
  shownAs: "What patients see",
  shownName: "Name",
  silenceEndsAt: "No answer until then is a no",
  since: "Since",
  source: "Source",
  standing: "Messages that we sent you",
  state: "How it stands",
  status: "How it stands",
  steppedBackFrom: "Questions that you stepped back from",
  takenAt: "Somebody came",
  takenByRole: "Who came",
  text: "Text",
  textVersion: "Version of the text",
  texts: "What you wrote",
  tokens: "Your sign-ins at the command line",
  topic: "Topic",
  tried: "What you have tried",
  typed: "What you typed",
  typedAndWaiting: "Newer text that was not sent yet",
  underReviewAt: "Under review since",
  undoneAt: "Undone",
  until: "Until",
  usedAt: "Used",
  vouchedForColleagues: "Colleagues whom you vouched for",
  waiting: "Messages that wait for you",
  what: "What",
  whatStays: "What stays",
  whatWeDid: "What we did",
  whySentAnyway: "Why it was sent as it is",
  withdrawnAt: "You took it back",
  worries: "Worries about somebody",
  toldOfOwnDetailsAt: "Last told of your own details in a channel",
  moderatingHours: "There to moderate",
  writingPausedUntil: "Writing paused until",
  written: "What was written",
  writtenAt: "Written",
  youAgreedAt: "You said yes",
  yourReplies: "What you replied",
  yours: "What you did",
  ofOthers: "What others did with what is yours",
};

/** Each part of the page: its heading, and what a reader should know before reading it. */
export const PART_WORDS: Readonly<Record<Part, { readonly title: string; readonly about: string }>> = {
  you: { title: "You", about: "Who you are here, and what you chose." },
  accounts: {
    title: "Your accounts",
    about:
      "Your accounts on other platforms. Nobody here sees them unless two people agree, and you are told.",
  },
  agreements: { title: "What you agreed to", about: "Each time that you agreed, and took it back." },
  signIn: {
    title: "Signing in",
    about: "When tokens and codes were made for you. They are secret, so they are not in here.",
  },
  questions: {
    title: "Your questions",
    about:
      "What you asked, in every version that is still kept, and what you got. What you typed stays sealed; only what stands under “What we sent” left you, and only if it has a day under “Sent”.",
  },
  providing: {
    title: "What you did for patients",
    about: "What you wrote as a provider. What the patients wrote is theirs: you find a number instead.",
  },
  credentials: {
    title: "Your credentials",
    about: "What you claimed, what was checked, and what came of it.",
  },
  decisions: {
    title: "Decisions about you",
    about: "What the moderators decided about you, as you were told.",
  },
  agreedLooks: {
    title: "Who may see your account or your data",
    about: "Each time that two people of the team agreed to it. You were told then who they are.",
  },
  told: {
    title: "What you told the team about others",
    about: "Your own words. Whom they are about is not in here.",
  },
  alerts: {
    title: "When we thought that you may be in danger",
    about:
      "If you might be in danger now, call your local emergency number. Whether somebody else was worried about you is not in here: it would tell who.",
  },
  messagesToYou: {
    title: "Messages to you",
    about: "What waits for you, and where our messages to you stand.",
  },
  acts: {
    title: "The record of acts",
    about: "What you did here, and what others did with what is yours. They are named by their role only.",
  },
};

/** Words for values that are kept as short codes. */
const VALUES: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  state: { resolved: "settled", sent: "sent", held: "waits for a colleague to read it" },
  reach: { dm: "by direct message", thread: "in a private thread", inbox: "in your inbox only" },
  purpose: { joining: "joining", bridge: "one card is sent to the provider team" },
  screening: {
    clear: "nothing found",
    concern: "something to look at",
    hold: "something that should not be sent as it is",
    crisis: "you may be in danger",
    emergency: "you may be in danger at this moment",
  },
  what: { account: "see which account is yours", export: "save what is kept about you" },
  by: { you: "you", reviewer: "the person who looked again" },
  byRole: { clock: "nobody: it was time" },
  about: { message: "a text of a conversation", post: "a post", member: "a person", account: "a person" },
  shownAs: { named: "your name and what you are", "role-only": "what you are" },
  level: {
    company: "you asked for company",
    crisis: "in danger",
    emergency: "in danger at this moment",
  },
};

/** Values that are short codes of the program, and not words of a person. */
const CODED: ReadonlySet<string> = new Set([
  ...Object.keys(VALUES),
  ...["act", "card", "field", "forWhom", "kind", "method", "outcome", "place", "platform", "rating"],
  ...["register", "result", "role", "roleAskedFor", "status", "takenByRole"],
]);

/** A code as words; what a person wrote stays as it is. */
export function valueWords(field: string, value: string): string {
  if (!CODED.has(field)) return value;
  const words = VALUES[field] ?? {};
  return Object.hasOwn(words, value) ? (words[value] ?? value) : value.replaceAll(/[-.]/g, " ");
}
