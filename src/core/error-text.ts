import type { BadgeTrouble } from "#core/credentials/badge/badge-token.ts";
import type { ListTrouble } from "#core/credentials/badge/revocation-list.ts";
import type { NeverKept } from "#core/credentials/proof/never-kept.ts";
import type { WorkAddressTrouble } from "#core/credentials/proof/work-address.ts";
import type { GeneralOnly } from "#core/credentials/scope.ts";
import type { DomainError, LookUpTrouble, RefusalCode, Refusals, SetupGap } from "#core/errors.ts";
import type { MailTrouble } from "#core/mailer.ts";

/** A refusal in plain words: what it is, what it means, and what to do next. */
export interface Text {
  readonly title: string;
  readonly detail: string;
  readonly nextStep: string;
}

/** How a channel is linked; the words in capitals are the admin's own. */
const LINK = "curbside community link --platform PLATFORM --space ID";

const GAPS: Readonly<Record<SetupGap, string>> = {
  patients_space: `no space for patients is linked (${LINK} --side patients)`,
  providers_space: `no space for the provider team is linked (${LINK} --side providers)`,
  ask_channel: `no channel to ask in (${LINK} --channel ID --purpose ask)`,
  intake_channel: `no intake channel for the team (${LINK} --channel ID --purpose intake)`,
  moderation_channel: `no channel for reports (${LINK} --channel ID --purpose moderation)`,
  crisis_channel: `no channel for people in danger (${LINK} --channel ID --purpose crisis)`,
  crisis_lines: "Curbside knows no crisis lines for this country yet",
  crisis_contact:
    "nobody is named to be told when a member may be in danger (curbside member crisis-contact NAME)",
};

export function gapText(gap: SetupGap): string {
  return GAPS[gap];
}

const STANDING_WORDS = {
  none: "No checked credential is on record for you",
  unverified: "Your credential waits for a second person's approval",
  expired: "Your credential has run out",
  revoked: "Your credential was withdrawn",
  suspended: "Your credential is suspended",
} as const;

const WHY_GENERAL: Readonly<Record<GeneralOnly, string>> = {
  elsewhere: "Your licence is not from where this patient lives",
  "country-not-said": "This patient has not said where they live",
  "other-field": "This question is outside of your profession's field",
};

const NO_BADGE_WORDS = {
  unverified: "The credential was not approved by a second person",
  expired: "The credential has run out",
  revoked: "The credential was revoked",
  suspended: "The credential is suspended",
  "no-account": "Its holder has no account here any more",
} as const;

const BADGE_WORDS: Readonly<Record<BadgeTrouble, readonly [detail: string, nextStep: string]>> = {
  malformed: ["This is not the whole text of a badge", "Copy all of it once more, from eyJ to its end."],
  "unknown-key": [
    "None of the keys that were used belongs to the issuer whom it names",
    "Get the keys that this community publishes, and give them with --keys.",
  ],
  signature: ["The issuer did not sign this text; it was changed or made up", "Do not rely on it."],
  "not-yet": [
    "It was made later than the clock here says it is now",
    "Set this machine's clock, and try again.",
  ],
  expired: ["The badge has run out", "Ask for a new one."],
  revoked: ["The issuer took this badge back", "Do not rely on it."],
  "revocations-missing": [
    "It was not checked against a revocation list",
    "Give the community's newest list with --revocations, or --no-revocations to go without.",
  ],
  "revocations-stale": [
    "It was not checked: the revocation list is too old",
    "Get the community's newest list, and give it with --revocations.",
  ],
};

const LIST_WORDS: Readonly<Record<ListTrouble, string>> = {
  malformed: "the file is no revocation list, or not all of one",
  "unknown-key": "the list is signed with a key that is not known",
  signature: "the issuer did not sign the list that was given",
  "not-yet": "the list was made later than the clock here says it is now",
  stale: "it has run out",
  "other-issuer": "the list is another community's",
};

const SECOND_PERSON_WORDS = {
  proposer: "You proposed this, so somebody else must approve it.",
  subject: "This is about you, so somebody else must approve it.",
  asker: "You asked this question, so somebody else must decide on it.",
} as const;

const STATUS_WORDS = {
  draft: "has not been sent",
  waiting: "is waiting for a volunteer",
  claimed: "is being answered",
  held: "has an answer that a colleague looks at before it is sent",
  "asked-back": "waits for the patient's reply",
  answered: "is answered",
  "taken-back": "was taken back",
  expired: "ended without an answer",
  closed: "is closed",
  cancelled: "was cancelled",
} as const;

const NEVER_KEPT_WORDS: Readonly<Record<NeverKept, string>> = {
  ssn: "a social security number",
  dea: "a DEA number",
  "date-of-birth": "a date of birth",
};

/** What was found, and what to do where something only looks like it. */
const NEVER_KEPT_INSTEAD: Readonly<Record<NeverKept, string>> = {
  ssn: "Nobody here needs the number.",
  dea: "Nobody here needs the number; if it is a licence number, write the word licence before it.",
  "date-of-birth": "Nobody here needs the date.",
};

const WORK_ADDRESS_WORDS: Readonly<Record<WorkAddressTrouble, Omit<Text, "title">>> = {
  form: {
    detail: "That is no e-mail address.",
    nextStep: "Type it as name@clinic.example, with nothing before or after it.",
  },
  letters: {
    detail: "It has letters that can be taken for others.",
    nextStep: "Type it with plain letters, or ask an admin for another way to prove who you are.",
  },
  free: {
    detail: "Anybody can get an address there, so it proves nothing about your work.",
    nextStep: "Use the address that your employer gave you, or ask an admin for another way.",
  },
  school: {
    detail: "Students and former students have addresses there too.",
    nextStep: "Use an address of the clinic itself, or ask an admin for another way.",
  },
  unlisted: {
    detail: "An admin has not listed this domain as one of a clinic.",
    nextStep: "Ask an admin to add it, or for another way to prove who you are.",
  },
  shared: {
    detail: "More people than you may read what arrives there.",
    nextStep: "Use the address that is yours alone.",
  },
};

const MAIL_WORDS: Readonly<Record<MailTrouble, Omit<Text, "title">>> = {
  off: {
    detail: "This community sends no mail.",
    nextStep: "Ask an admin for another way to prove who you are.",
  },
  refused: {
    detail: "The mail server does not take mail for this address.",
    nextStep: "Check the address; if it is right, ask an admin for another way.",
  },
  rejected: {
    detail: "The mail server did not take the message.",
    nextStep: "Ask an admin to look at the settings for mail; docs/proof.md says how.",
  },
  unreachable: {
    detail: "The mail server cannot be reached, or takes nothing for now.",
    nextStep: "Try again later; if it stays so, tell an admin.",
  },
  unsure: {
    detail: "The mail server did not say in time whether it took the message.",
    nextStep: "Look into your mailbox before you ask for another one.",
  },
  insecure: {
    detail: "The mail server offers no safe connection, so nothing was sent.",
    nextStep: "Ask an admin to look at smtp_url; docs/proof.md says how.",
  },
  signed_out: {
    detail: "The mail server does not accept the name and password it was given.",
    nextStep: "Ask an admin to look at smtp_url; docs/proof.md says how.",
  },
};

const LOOK_UP_WORDS: Readonly<Record<LookUpTrouble, string>> = {
  unreachable: "could not be reached",
  slow: "took too long",
  failed: "answered with a fault of its own",
  refused: "did not take the question",
  unreadable: "gave an answer that cannot be read",
  too_big: "gave an answer that is too big",
};

/** "a", "a and b", "a, b and c". */
function list(words: readonly string[]): string {
  const last = words.at(-1) ?? "";
  return words.length < 2 ? last : `${words.slice(0, -1).join(", ")} and ${last}`;
}

function time(date: Date): string {
  return `${date.toISOString().slice(11, 16)} UTC`;
}

const TRY_AGAIN = "Try again in a moment.";
const ASK_ADMIN = "If you think this is wrong, ask an admin of your community.";

/** Every refusal has its words, or this does not compile. */
const TEXT: { readonly [C in RefusalCode]: (details: Refusals[C]) => Text } = {
  not_found: ({ what }) => ({
    title: "Not found",
    detail: `There is no such ${what} here.`,
    nextStep: "Check it and try again.",
  }),
  not_allowed: () => ({
    title: "Not yours to do",
    detail: "Your role here does not allow this.",
    nextStep: ASK_ADMIN,
  }),
  not_joined: () => ({
    title: "Not joined yet",
    detail: "You are not a member here yet.",
    nextStep: "Use /start in the server; it takes a minute.",
  }),
  not_linked: () => ({
    title: "Not set up here",
    detail: "This server is not linked to a community.",
    nextStep: "Ask an admin of this server.",
  }),
  not_signed_in: () => ({
    title: "Not signed in",
    detail: "There is no valid token for you on this machine.",
    nextStep: "Ask an admin for a code, then run `curbside login`.",
  }),
  already_joined: ({ pseudonym }) => ({
    title: "You are a member already",
    detail: `Your name here is ${pseudonym}.`,
    nextStep: "Use /privacy to change it.",
  }),
  already_claimed: ({ by, until }) => ({
    title: "Somebody was quicker",
    detail: `${by} is answering this until ${time(until)}.`,
    nextStep: "Take another question; this one comes back if they let it go.",
  }),
  already_linked: ({ what }) => ({
    title: "Linked already",
    detail: `This ${what} is linked already.`,
    nextStep: ASK_ADMIN,
  }),
  already_taken: ({ by }) => ({
    title: "Somebody is on it",
    detail: `${by} has taken this.`,
    nextStep: "Ask them if they want company.",
  }),
  wrong_status: ({ is }) => ({
    title: "Not possible now",
    detail: `The question ${STATUS_WORDS[is]}.`,
    nextStep: "Look at where it stands now.",
  }),
  not_holder: ({ by }) => ({
    title: "Not yours at the moment",
    detail: by === null ? "Your hold on this question has lapsed." : `${by} holds this question.`,
    nextStep: "Press Answer to take it.",
  }),
  paused: () => ({
    title: "Paused",
    detail: "Somebody reported this conversation, and a moderator has not looked yet.",
    nextStep: "You will be told when it goes on.",
  }),
  no_standing: ({ why }) => ({
    title: "You cannot answer yet",
    detail: `${STANDING_WORDS[why]}.`,
    nextStep: "Ask an admin; your draft was not sent.",
  }),
  no_consent: () => ({
    title: "Not agreed to",
    detail: "This needs your agreement first.",
    nextStep: "Use /start to read it.",
  }),
  bridge_off: () => ({
    title: "Questions are switched off",
    detail: "This community does not send questions to its provider team.",
    nextStep: "You can still read the library and ask peers.",
  }),
  underage: () => ({
    title: "For people of 18 or over",
    detail: "This community cannot take members under 18 yet.",
    nextStep: "A parent or a carer may ask for you. In danger, call your local emergency number.",
  }),
  own_question: () => ({
    title: "Your own question",
    detail: "Nobody answers their own question.",
    nextStep: "Another volunteer will see it.",
  }),
  own_answer: () => ({
    title: "Your own answer",
    detail: "A colleague looks at it before it is sent; nobody passes what they wrote themselves.",
    nextStep: "Another volunteer can press Look at the answer.",
  }),
  edit_needs_look: () => ({
    title: "Needs a colleague's look",
    detail: "Your answers here are looked at before they are sent, so an edit cannot go straight out.",
    nextStep: "Write what has changed with Send to patient.",
  }),
  answer_changed: () => ({
    title: "Not the same answer any more",
    detail: "It was written anew since you opened it, so nothing was sent.",
    nextStep: "Press Look at the answer again.",
  }),
  stepped_back: () => ({
    title: "You stepped back from this one",
    detail: "You said that you may know this person, so it is left to a colleague.",
    nextStep: "Please take another question.",
  }),
  needs_reason: ({ findings }) => ({
    title: "Please keep it general",
    detail: findings.map(({ words, suggestion }) => `"${words}": ${suggestion}`).join("\n"),
    nextStep: "Change the wording, or say why it should be sent as it is.",
  }),
  invalid_input: ({ field, rule }) => ({
    title: "Please check",
    detail: `The ${field} ${rule}.`,
    nextStep: "Correct it and try again.",
  }),
  too_long: ({ field, limit, length }) => ({
    title: "Too long",
    detail: `The ${field} has ${length} characters; ${limit} fit.`,
    nextStep: "Shorten it, or send it in parts.",
  }),
  empty: ({ field }) => ({
    title: "Nothing there",
    detail: `The ${field} is empty.`,
    nextStep: "Write something and try again.",
  }),
  name_taken: ({ name }) => ({
    title: "Name in use",
    detail: `Somebody here is called ${name} already.`,
    nextStep: "Choose another name.",
  }),
  code_expired: () => ({
    title: "Code used up",
    detail: "This code was used or is too old.",
    nextStep: "Ask for a new one.",
  }),
  general_only: ({ why, findings }) => ({
    title: "General only",
    detail: `${WHY_GENERAL[why]}, so the answer must stay general: ${findings.map(({ words }) => `“${words}”`).join(", ")}.`,
    nextStep: "Change those words, or release the question for somebody else.",
  }),
  claim_waits: () => ({
    title: "You have a claim already",
    detail: "A claim of yours waits to be checked.",
    nextStep: "You are told as soon as two people have looked at it.",
  }),
  claimed_twice: () => ({
    title: "Two people claim the same number",
    detail: "Somebody else here claims or holds this licence or NPI.",
    nextStep: "Find out whose it is (curbside credential show), and reject or revoke the other one first.",
  }),
  credential_status: ({ is, wanted, possible }) => ({
    title: "Not possible as it stands",
    detail: `The credential is ${is}, and "${wanted}" is not possible then${possible === undefined ? "" : `, only while it is ${possible}`}.`,
    nextStep: "Ask an admin how it stands (curbside credential show).",
  }),
  case_status: ({ is }) => ({
    title: "The case stands otherwise",
    detail: `The case is ${is}.`,
    nextStep: "See how it stands with curbside credential challenge.",
  }),
  no_names: () => ({
    title: "No name to look up",
    detail: "An admin wrote this credential down without the name on the licence.",
    nextStep:
      "Look it up by hand and record it: curbside credential check ID --source REGISTER --url PAGE --checked DAY.",
  }),
  no_phone: ({ why }) => ({
    title: "No phone number to call back",
    detail:
      why === "none"
        ? "NPPES on this machine has no practice phone number for this provider."
        : "The practice phone number was not the same for 90 days, so it may have been put there for this.",
    nextStep:
      "Take one from the board's or the hospital's own page (--phone and --phone-from), or meet live (--by video).",
  }),
  wrong_code: ({ left }) => ({
    title: "Not the right code",
    detail:
      left === 0
        ? "That was not the code, and it is over now."
        : `That is not the code; ${left} ${left === 1 ? "try is" : "tries are"} left.`,
    nextStep: left === 0 ? "Ask an admin for a new one." : "Check it and try again.",
  }),
  already_vouched: () => ({
    title: "You vouched already",
    detail: "You gave your word for this person before.",
    nextStep: "A second colleague has to do the same.",
  }),
  no_control: () => ({
    title: "Nothing shows that it is them",
    detail: "A number that anybody can look up is not enough: the account must be shown to be theirs.",
    nextStep:
      "Begin a proof: curbside credential prove ID --by call-back or --by video, a work mail code, or two colleagues who vouch.",
  }),
  not_checked: () => ({
    title: "Not checked yet",
    detail: "No register has confirmed the licence within the last 120 days.",
    nextStep:
      "Run curbside credential check ID, or look it up by hand and record it with --source, --url and --checked.",
  }),
  checks_against: ({ reasons }) => ({
    title: "A register says otherwise",
    detail: `This cannot be approved: ${reasons.join(" ")}`,
    nextStep: "Reject it with the reason, or check it again once the register was mended.",
  }),
  needs_note: ({ doubts }) => ({
    title: "Say what you saw",
    detail: `Something is open, and the second person must know how you saw it${doubts.length === 0 ? "." : `: ${doubts.join(" ")}`}`,
    nextStep: "Add --note with what you looked at.",
  }),
  new_doubts: ({ doubts }) => ({
    title: "Something came up since",
    detail: `Whoever proposed it did not see this: ${doubts.join(" ")}`,
    nextStep: "Reject it, or let the proposal run out and have it proposed anew with a note.",
  }),
  proposal_open: () => ({
    title: "It waits for a second person",
    detail: "This credential is proposed already.",
    nextStep: "Somebody else runs curbside credential approve ID.",
  }),
  no_code_waits: () => ({
    title: "No code waits for you",
    detail: "No code was read or sent to you in the last quarter of an hour.",
    nextStep:
      "An admin begins one with you on the phone or in a meeting; where work e-mail is offered, ask for one there.",
  }),
  second_person: ({ why }) => ({
    title: "Needs a second person",
    detail: SECOND_PERSON_WORDS[why],
    nextStep: "Ask another admin or a lead.",
  }),
  proposal_closed: ({ state }) => ({
    title: "Too late",
    detail: `This proposal is ${state}.`,
    nextStep: "Propose it again if it is still needed.",
  }),
  content_changed: () => ({
    title: "Not what was proposed",
    detail: "The evidence has changed since it was proposed.",
    nextStep: "Propose it again with what is true now.",
  }),
  stale_card: () => ({
    title: "You changed this text",
    detail: "This card shows what you wrote before, so nothing was sent.",
    nextStep: "Press Send on the newest card.",
  }),
  nothing_to_take_back: () => ({
    title: "Nothing to take back",
    detail: "It was taken back already, or never sent.",
    nextStep: "Use /my to see your questions.",
  }),
  setup: ({ missing }) => ({
    title: "Not safe to open yet",
    detail: missing.map((gap) => `\n  - ${GAPS[gap]}`).join(""),
    nextStep: "Mend these, then start again.",
  }),
  held_elsewhere: ({ by }) => ({
    title: "Running already",
    detail: `The bots are run by ${by}.`,
    nextStep: "Stop that one first, or leave it be.",
  }),
  already_set_up: ({ community }) => ({
    title: "Set up already",
    detail: `This folder holds the community ${community}, and nothing was changed.`,
    nextStep:
      "To see how it is, run `curbside doctor`; for a further community, run `curbside community create`.",
  }),
  lock_lost: () => ({
    title: "Connection to the database lost",
    detail: "Another process may have taken over this work, so this one has stopped.",
    nextStep: "Start it again; it stands by if the work is being done.",
  }),
  not_ready: ({ wrong }) => ({
    title: "Not started",
    detail: wrong.map(({ what, says, fix }) => `${what}: ${says}. ${fix}`).join("\n"),
    nextStep: "`curbside doctor` looks at everything at once.",
  }),
  signed_out: ({ platform }) => ({
    title: "Signed out",
    detail: `The bot's token for ${platform} is not accepted any more, so nothing comes in.`,
    nextStep: "Put the new token in its file and start again; nothing that was sent is lost.",
  }),
  too_many: ({ retryAt }) => ({
    title: "A little slower",
    detail: "That was too often.",
    nextStep: `Try again after ${retryAt.toISOString().slice(0, 10)}, ${time(retryAt)}.`,
  }),
  wrong_file: ({ missing }) => ({
    title: "Not the file it should be",
    detail: `It lacks ${missing.length === 1 ? "" : "these columns: "}${missing.slice(0, 5).join(", ")}${missing.length > 5 ? ` and ${missing.length - 5} more` : ""}.`,
    nextStep: "Check which file it is; docs/registries.md says where to get each. Nothing was changed.",
  }),
  damaged_file: ({ file, why }) => ({
    title: "Damaged file",
    detail: `${file} cannot be used: ${why}.`,
    nextStep: "Get the file once more; the registry in use was not changed.",
  }),
  undated_file: ({ file }) => ({
    title: "The day is missing",
    detail: `The name ${file} does not say of which day the file is.`,
    nextStep: "Add --as-of YYYY-MM-DD, the day that the publisher names.",
  }),
  older_file: ({ asOf, inUse }) => ({
    title: "Not newer",
    detail: `The file is of ${asOf}, and the registry in use is of ${inUse} already.`,
    nextStep: "Import a newer file; nothing was changed.",
  }),
  shrunk_file: ({ rows, before }) => ({
    title: "Fewer rows than there should be",
    detail: `The file has ${rows.toLocaleString("en-US")} rows where ${before.toLocaleString("en-US")} were to be expected.`,
    nextStep: "Check that it is whole. If it is, add --accept-smaller; nothing was changed.",
  }),
  changes_only: ({ file }) => ({
    title: "Only a supplement",
    detail: `${file} holds one month's changes, which do not add up to the list: corrections are not in them.`,
    nextStep: "Import the whole list, UPDATED.csv; nothing was changed.",
  }),
  no_registry: ({ registry }) => ({
    title: "Nothing to add to",
    detail: `The file holds changes, and no ${registry} registry was imported yet.`,
    nextStep: "Import the full file first.",
  }),
  import_running: ({ process }) => ({
    title: "Another import is running",
    detail: `Process ${process} is making this registry.`,
    nextStep: "Wait until it is done, or stop it.",
  }),
  no_badge: ({ why }) => ({
    title: "No badge for this one",
    detail: `${NO_BADGE_WORDS[why]}.`,
    nextStep:
      "Only a verified credential that has not run out has badges; `curbside credential show` tells more.",
  }),
  badge_refused: ({ why, list }) => ({
    title: "Not verified",
    detail: `${BADGE_WORDS[why][0]}${list === undefined ? "" : ` (${LIST_WORDS[list]})`}.`,
    nextStep: BADGE_WORDS[why][1],
  }),
  unusable_file: ({ file, why, wanted }) => ({
    title: "Unusable file",
    detail: `${file} cannot be used: ${why}.`,
    nextStep: `It should be ${wanted}; see docs/badges.md.`,
  }),
  never_kept: ({ kinds }) => ({
    title: "Nothing of this was kept",
    detail: `Your text has ${list(kinds.map((kind) => NEVER_KEPT_WORDS[kind]))} in it, or what looks like one.`,
    nextStep: `Write it again without. ${kinds.map((kind) => NEVER_KEPT_INSTEAD[kind]).join(" ")}`,
  }),
  work_address: ({ why }) => ({ title: "Not an address that can be used", ...WORK_ADDRESS_WORDS[why] }),
  mail_failed: ({ why }) => ({
    title: why === "unsure" ? "Not sure that a code was sent" : "No code was sent",
    ...MAIL_WORDS[why],
  }),
  no_answer: ({ from, why }) => ({
    title: "No answer",
    detail: `${from} ${LOOK_UP_WORDS[why]}, so nothing is known from there.`,
    nextStep: "Try again later; what was imported is still there.",
  }),
  try_later: () => ({ title: "Busy", detail: "The database is busy.", nextStep: TRY_AGAIN }),
};

/** The words for a refusal. */
export function textFor<C extends RefusalCode>(error: DomainError<C>): Text {
  return TEXT[error.code](error.details);
}
