import type { Verb } from "#core/access.ts";
import { COMMUNITY_TEXT } from "#core/communities/community-text.ts";
import { WATCH_TEXT } from "#core/communities/watched/watch-text.ts";
import { BADGE_TEXT } from "#core/credentials/badge/badge-text.ts";
import { CREDENTIAL_TEXT } from "#core/credentials/credential-text.ts";
import type { DomainError, RefusalCode, SetupGap } from "#core/errors.ts";
import { EXPERIENCE_TEXT } from "#core/experiences/experience-refusals.ts";
import { LIBRARY_TEXT } from "#core/library/library-text.ts";
import { MODERATION_TEXT } from "#core/moderation/moderation-text.ts";
import { MENTORS_TEXT } from "#core/peers/mentors/mentors-text.ts";
import { PEERS_TEXT } from "#core/peers/peers-text.ts";
import { PRIVACY_TEXT } from "#core/privacy/privacy-text.ts";
import type { Text, Texts } from "#core/refusal-text.ts";
import { SHEET_TEXT } from "#core/visit-sheet/sheet-text.ts";

/** How a channel is linked; the words in capitals are the admin's own. */
const LINK = "curbside community link --platform PLATFORM --space ID";

const GAPS: Readonly<Record<SetupGap, string>> = {
  patients_space: `no space for patients is linked (${LINK} --side patients)`,
  providers_space: `no space for the provider team is linked (${LINK} --side providers)`,
  ask_channel: `no channel to ask in (${LINK} --channel ID --purpose ask)`,
  intake_channel: `no intake channel for the team (${LINK} --channel ID --purpose intake)`,
  moderation_channel: `no channel for reports (${LINK} --channel ID --purpose moderation)`,
  crisis_channel: `no channel for people in danger (${LINK} --channel ID --purpose crisis)`,
  crisis_lines:
    "Curbside knows no crisis lines for this country (write them into crisis-lines.yaml in CURBSIDE_HOME)",
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
  barred: "The moderators paused your answering here",
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

const NOT_JOINED = {
  detail: "You are not a member here yet.",
  nextStep: "Use /start in the server; it takes a minute.",
} as const;

/** What else somebody can do who has not joined, or is not a member any more. */
const WITHOUT_JOINING: { readonly [V in Verb]?: Pick<Text, "detail" | "nextStep"> } = {
  "report.file": {
    detail: "Our moderators hear from members, and you are not one yet.",
    nextStep:
      "Use /start to join; it takes a minute. You can also report this to the platform itself, with its own entry in the same menu.",
  },
  "appeal.file": {
    detail: "You are not a member here now.",
    nextStep: "With the code in the message that told you, you can still ask for another look.",
  },
};

const notJoinedText = (wanted: Verb | undefined) =>
  (wanted === undefined ? undefined : WITHOUT_JOINING[wanted]) ?? NOT_JOINED;

function time(date: Date): string {
  return `${date.toISOString().slice(11, 16)} UTC`;
}

const TRY_AGAIN = "Try again in a moment.";
const ASK_ADMIN = "If you think this is wrong, ask an admin of your community.";

/** Every refusal has its words, or this does not compile. */
const TEXT: Texts<RefusalCode> = {
  ...CREDENTIAL_TEXT,
  ...BADGE_TEXT,
  ...LIBRARY_TEXT,
  ...MODERATION_TEXT,
  ...PRIVACY_TEXT,
  ...COMMUNITY_TEXT,
  ...SHEET_TEXT,
  ...EXPERIENCE_TEXT,
  ...WATCH_TEXT,
  ...PEERS_TEXT,
  ...MENTORS_TEXT,
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
  not_joined: ({ wanted }) => ({ title: "Not joined yet", ...notJoinedText(wanted) }),
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
    nextStep: "Ask them whether they would like a hand, or take another one.",
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
  no_consent: ({ purpose }) => ({
    title: "Not agreed to",
    detail: "This needs your agreement first.",
    nextStep:
      purpose === "community"
        ? "Press the button that lets this community read it, then Share."
        : "Use /start to read it.",
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
  answer_edited: () => ({
    title: "It was edited since",
    detail: "The answer has other words than the ones that you read, so nothing was sent.",
    nextStep: "Read it as it is now, and press again.",
  }),
  own_opinion: () => ({
    title: "Needs somebody else's opinion",
    detail: "This answer is yours, and a second opinion comes from a colleague.",
    nextStep: "To change what you said, press Edit answer.",
  }),
  not_your_opinion: () => ({
    title: "Not yours to withdraw",
    detail: "Only whoever wrote an opinion can withdraw it.",
    nextStep: "If it should not stand there, report it, and a moderator looks.",
  }),
  opinion_given: () => ({
    title: "You have said so already",
    detail: "Your opinion on this answer stands beside it.",
    nextStep: "If you think otherwise now, press Withdraw on it first.",
  }),
  opinion_needs_look: () => ({
    title: "Not before a colleague has looked",
    detail:
      "What you write here is looked at before it is sent, and nobody looks at second opinions, so nothing was sent.",
    nextStep: "Tell the answer's author in this thread what you think.",
  }),
  enough_opinions: () => ({
    title: "Enough for one answer",
    detail:
      "Beside one answer stand five opinions at the most, two of them with words, and each colleague gives theirs three times at the most. Nothing was sent.",
    nextStep: "Tell the answer's author in this thread what is missing.",
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
  proposal_closed: ({ state }) =>
    state === "open"
      ? {
          title: "Not agreed to yet",
          detail: "This proposal waits for a second person.",
          nextStep: "Ask them: `curbside proposal approve` with its id.",
        }
      : {
          title: "Too late",
          detail: `This proposal is ${state}.`,
          nextStep: "Propose it again if it is still needed.",
        },
  content_changed: () => ({
    title: "Not what was proposed",
    detail: "What it is about has changed since it was proposed, so nobody agreed to what it is now.",
    nextStep: "Propose it again with what is true now.",
  }),
  stale_card: () => ({
    title: "You changed this text",
    detail: "This card shows it as it was before, so nothing was sent.",
    nextStep: "Use the buttons on the newest card.",
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
  try_later: () => ({ title: "Busy", detail: "The database is busy.", nextStep: TRY_AGAIN }),
};

/** The words for a refusal. */
export function textFor<C extends RefusalCode>(error: DomainError<C>): Text {
  return TEXT[error.code](error.details);
}
