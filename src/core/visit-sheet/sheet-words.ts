import type { GeneralOnly } from "#core/credentials/scope.ts";
import { type Message, msg, t } from "#core/language/t.ts";
import type { AnswerCard, ShownOpinion } from "#core/questions/cards.ts";
import type { ForWhom } from "#core/questions/for-whom.ts";

/** All words of the page that nobody of the conversation wrote. */
export const SHEET_WORDS = {
  title: msg("For my visit"),
  byHand: [msg("My name"), msg("Date of the visit"), msg("I am seeing")],
  what: msg("General information from volunteers; not a medical record."),
  about: (community: string) =>
    t(
      "I asked volunteers in the online community “{community}”. Each answer says what the volunteer is and when that was checked. None of them has examined me, and none of them can be reached with this page. My questions stand as they were sent: names, places and exact dates were taken out.",
      { community },
    ),
  toAsk: msg("Questions for my clinician"),
  fromAnswer: (number: number) => t("suggested in the answer to question {number}", { number }),
  notes: msg("My notes"),
  conversations: msg("What I asked, and what I was told"),
  nothing: msg("Nothing yet."),
  unanswered: msg("No volunteer has answered this."),
  asked: msg("I asked"),
  tried: msg("I had tried"),
  replied: msg("I wrote"),
  written: (day: string) => t("written on {day}", { day }),
  edited: msg("changed later"),
  made: (day: string) => t("Made on {day}.", { day }),
} as const;

export const SHEET_FOR_WHOM = {
  parent: msg("for my parent"),
  child: msg("for my child (18 or over)"),
  partner: msg("for my partner"),
  relative: msg("for a relative"),
  friend: msg("for a friend"),
  other: msg("for someone else"),
} as const satisfies Record<Exclude<ForWhom, "self">, Message>;

export const SHEET_MESSAGES = {
  answer: msg("Answer"),
  "ask-back": msg("I was asked"),
  reply: msg("I was told"),
} as const satisfies Record<AnswerCard["message"], Message>;

/** What colleagues thought of an answer; the page says no more than the patient was told of who is right: nothing. */
export const SHEET_OPINIONS = {
  agree: msg("Another volunteer agrees"),
  add: msg("Another volunteer adds"),
  differ: msg("Another volunteer sees this differently"),
} as const satisfies Record<ShownOpinion["stance"], Message>;

/** Why an answer stayed general, for whoever reads the page. */
export const SHEET_GENERAL = {
  elsewhere: msg("Their licence is from another country."),
  "country-not-said": msg("I had not said where I live."),
  "other-field": msg("The question was outside of their own field."),
} as const satisfies Record<GeneralOnly, Message>;
