import type { Verb } from "#core/access.ts";
import { COMMUNITY_TEXT } from "#core/communities/community-text.ts";
import { WATCH_TEXT } from "#core/communities/watched/watch-text.ts";
import { BADGE_TEXT } from "#core/credentials/badge/badge-text.ts";
import { CHECKING_TEXT } from "#core/credentials/checking-text.ts";
import { CREDENTIAL_TEXT } from "#core/credentials/credential-text.ts";
import type { DomainError, RefusalCode, Refusals } from "#core/errors.ts";
import { EXPERIENCE_TEXT } from "#core/experiences/experience-refusals.ts";
import { fieldWords, ruleWords } from "#core/field-words.ts";
import { type Message, msg, t } from "#core/language/t.ts";
import { LIBRARY_TEXT } from "#core/library/library-text.ts";
import { DECIDING_TEXT } from "#core/moderation/deciding-text.ts";
import { MODERATION_TEXT } from "#core/moderation/moderation-text.ts";
import { MENTORS_TEXT } from "#core/peers/mentors/mentors-text.ts";
import { PEERS_TEXT } from "#core/peers/peers-text.ts";
import { PRIVACY_TEXT } from "#core/privacy/privacy-text.ts";
import { ANSWERING_TEXT } from "#core/questions/answering-text.ts";
import { type Advice, advise, type Text, type Texts } from "#core/refusal-text.ts";
import { RUNNING_TEXT } from "#core/running-text.ts";
import { SHEET_TEXT } from "#core/visit-sheet/sheet-text.ts";

const STATUS_WORDS = {
  draft: msg("The question has not been sent."),
  waiting: msg("The question is waiting for a volunteer."),
  claimed: msg("The question is being answered."),
  held: msg("The question has an answer that a colleague looks at before it is sent."),
  "asked-back": msg("The question waits for the patient's reply."),
  answered: msg("The question is answered."),
  "taken-back": msg("The question was taken back."),
  expired: msg("The question ended without an answer."),
  closed: msg("The question is closed."),
  cancelled: msg("The question was cancelled."),
} as const;

/** One sentence for each, since languages have genders. */
const NONE_SUCH: { readonly [W in Refusals["not_found"]["what"]]: Message } = {
  community: msg("There is no such community here."),
  space: msg("There is no such space here."),
  channel: msg("There is no such channel here."),
  "watched channel": msg("There is no such watched channel here."),
  member: msg("There is no such member here."),
  question: msg("There is no such question here."),
  message: msg("There is no such message here."),
  experience: msg("There is no such experience here."),
  credential: msg("There is no such credential here."),
  proposal: msg("There is no such proposal here."),
  code: msg("There is no such code here."),
  report: msg("There is no such report here."),
  alert: msg("There is no such alert here."),
  case: msg("There is no such case here."),
  threshold: msg("There is no such threshold here."),
  decision: msg("There is no such decision here."),
  appeal: msg("There is no such appeal here."),
  pair: msg("There is no such pair here."),
  block: msg("There is no such block here."),
  friend: msg("There is no such friend here."),
  update: msg("There is no such update here."),
  "emergency change": msg("There is no such emergency change here."),
  "name, number, id or link": msg("There is no such name, number, id or link here."),
  file: msg("There is no such file here."),
  profile: msg("There is no such profile here."),
  note: msg("There is no such note here."),
  answer: msg("There is no such answer here."),
  "answer of the library": msg("There is no such answer of the library here."),
  digest: msg("There is nothing of this digest to show any more."),
};

const LINKED: { readonly [W in Refusals["already_linked"]["what"]]: Message } = {
  space: msg("This space is linked already."),
  channel: msg("This channel is linked already."),
  account: msg("This account is linked already."),
};

const NOT_JOINED = {
  detail: msg("You are not a member here yet."),
  nextStep: msg("Use /start in the server; it takes a minute."),
} as const;

/** What else somebody can do who has not joined, or is not a member any more. */
const WITHOUT_JOINING: { readonly [V in Verb]?: Advice } = {
  "report.file": {
    detail: msg("Our moderators hear from members, and you are not one yet."),
    nextStep: msg(
      "Use /start to join; it takes a minute. You can also report this to the platform itself, with its own entry in the same menu.",
    ),
  },
  "appeal.file": {
    detail: msg("You are not a member here now."),
    nextStep: msg("With the code in the message that told you, you can still ask for another look."),
  },
};

const notJoinedText = (wanted: Verb | undefined) =>
  advise((wanted === undefined ? undefined : WITHOUT_JOINING[wanted]) ?? NOT_JOINED);

function time(date: Date): string {
  return `${date.toISOString().slice(11, 16)} UTC`;
}

const TRY_AGAIN = msg("Try again in a moment.");
const ASK_ADMIN = msg("If you think this is wrong, ask an admin of your community.");

/** Every refusal has its words, or this does not compile. */
const TEXT: Texts<RefusalCode> = {
  ...CREDENTIAL_TEXT,
  ...CHECKING_TEXT,
  ...BADGE_TEXT,
  ...LIBRARY_TEXT,
  ...MODERATION_TEXT,
  ...DECIDING_TEXT,
  ...RUNNING_TEXT,
  ...ANSWERING_TEXT,
  ...PRIVACY_TEXT,
  ...COMMUNITY_TEXT,
  ...SHEET_TEXT,
  ...EXPERIENCE_TEXT,
  ...WATCH_TEXT,
  ...PEERS_TEXT,
  ...MENTORS_TEXT,
  not_found: ({ what }) => ({
    title: t("Not found"),
    detail: t(NONE_SUCH[what]),
    nextStep: t("Check it and try again."),
  }),
  not_allowed: () => ({
    title: t("Not yours to do"),
    detail: t("Your role here does not allow this."),
    nextStep: t(ASK_ADMIN),
  }),
  not_joined: ({ wanted }) => ({ title: t("Not joined yet"), ...notJoinedText(wanted) }),
  not_linked: () => ({
    title: t("Not set up here"),
    detail: t("This server is not linked to a community."),
    nextStep: t("Ask an admin of this server."),
  }),
  already_joined: ({ pseudonym }) => ({
    title: t("You are a member already"),
    detail: t("Your name here is {pseudonym}.", { pseudonym }),
    nextStep: t("Use /privacy to change it."),
  }),
  already_linked: ({ what }) => ({
    title: t("Linked already"),
    detail: t(LINKED[what]),
    nextStep: t(ASK_ADMIN),
  }),
  already_taken: ({ by }) => ({
    title: t("Somebody is on it"),
    detail: t("{by} has taken this.", { by }),
    nextStep: t("Ask them whether they would like a hand, or take another one."),
  }),
  wrong_status: ({ is }) => ({
    title: t("Not possible now"),
    detail: t(STATUS_WORDS[is]),
    nextStep: t("Look at where it stands now."),
  }),
  paused: () => ({
    title: t("Paused"),
    detail: t("Somebody reported this conversation, and a moderator has not looked yet."),
    nextStep: t("You will be told when it goes on."),
  }),
  no_consent: ({ purpose }) => ({
    title: t("Not agreed to"),
    detail: t("This needs your agreement first."),
    nextStep:
      purpose === "community"
        ? t("Press the button that lets this community read it, then Share.")
        : t("Use /start to read it."),
  }),
  bridge_off: () => ({
    title: t("Questions are switched off"),
    detail: t("This community does not send questions to its provider team."),
    nextStep: t("You can still read the library and ask peers."),
  }),
  underage: () => ({
    title: t("For people of 18 or over"),
    detail: t("This community cannot take members under 18 yet."),
    nextStep: t("A parent or a carer may ask for you. In danger, call your local emergency number."),
  }),
  invalid_input: ({ field, rule }) => ({
    title: t("Please check"),
    detail: t("{field} {rule}.", { field: fieldWords(field), rule: ruleWords(rule) }),
    nextStep: t("Correct it and try again."),
  }),
  too_long: ({ field, limit, length }) => ({
    title: t("Too long"),
    detail: t("{field} has {length} characters; {limit} fit.", { field: fieldWords(field), length, limit }),
    nextStep: t("Shorten it, or send it in parts."),
  }),
  empty: ({ field }) => ({
    title: t("Nothing there"),
    detail: t("{field} is empty.", { field: fieldWords(field) }),
    nextStep: t("Write something and try again."),
  }),
  name_taken: ({ name }) => ({
    title: t("Name in use"),
    detail: t("Somebody here is called {name} already.", { name }),
    nextStep: t("Choose another name."),
  }),
  code_expired: () => ({
    title: t("Code used up"),
    detail: t("This code was used or is too old."),
    nextStep: t("Ask for a new one."),
  }),
  stale_card: () => ({
    title: t("You changed this text"),
    detail: t("This card shows it as it was before, so nothing was sent."),
    nextStep: t("Use the buttons on the newest card."),
  }),
  nothing_to_take_back: () => ({
    title: t("Nothing to take back"),
    detail: t("It was taken back already, or never sent."),
    nextStep: t("Use /my to see your questions."),
  }),
  too_many: ({ retryAt }) => ({
    title: t("A little slower"),
    detail: t("That was too often."),
    nextStep: t("Try again after {day}, {time}.", {
      day: retryAt.toISOString().slice(0, 10),
      time: time(retryAt),
    }),
  }),
  try_later: () => ({ title: t("Busy"), detail: t("The database is busy."), nextStep: t(TRY_AGAIN) }),
};

/** The words for a refusal. */
export function textFor<C extends RefusalCode>(error: DomainError<C>): Text {
  return TEXT[error.code](error.details);
}
