import type { GeneralOnly } from "#core/credentials/scope.ts";
import type { AnswerCard, ShownOpinion } from "#core/questions/cards.ts";
import type { ForWhom } from "#core/questions/for-whom.ts";

/** All words of the page that nobody of the conversation wrote. */
export const SHEET_WORDS = {
  title: "For my visit",
  byHand: ["My name", "Date of the visit", "I am seeing"],
  what: "General information from volunteers; not a medical record.",
  about: (community: string) =>
    `I asked volunteers in the online community “${community}”. Each answer says what the volunteer is and when that was checked. None of them has examined me, and none of them can be reached with this page. My questions stand as they were sent: names, places and exact dates were taken out.`,
  toAsk: "Questions for my clinician",
  fromAnswer: (number: number) => `suggested in the answer to question ${number}`,
  notes: "My notes",
  conversations: "What I asked, and what I was told",
  nothing: "Nothing yet.",
  unanswered: "No volunteer has answered this.",
  asked: "I asked",
  tried: "I had tried",
  replied: "I wrote",
  written: (day: string) => `written on ${day}`,
  edited: "changed later",
  made: (day: string) => `Made on ${day}.`,
} as const;

export const SHEET_FOR_WHOM = {
  self: "",
  parent: "for my parent",
  child: "for my child (18 or over)",
  partner: "for my partner",
  relative: "for a relative",
  friend: "for a friend",
  other: "for someone else",
} as const satisfies Record<ForWhom, string>;

export const SHEET_MESSAGES = {
  answer: "Answer",
  "ask-back": "I was asked",
  reply: "I was told",
} as const satisfies Record<AnswerCard["message"], string>;

/** What colleagues thought of an answer; the page says no more than the patient was told of who is right: nothing. */
export const SHEET_OPINIONS = {
  agree: "Another volunteer agrees",
  add: "Another volunteer adds",
  differ: "Another volunteer sees this differently",
} as const satisfies Record<ShownOpinion["stance"], string>;

/** Why an answer stayed general, for whoever reads the page. */
export const SHEET_GENERAL = {
  elsewhere: "Their licence is from another country.",
  "country-not-said": "I had not said where I live.",
  "other-field": "The question was outside of their own field.",
} as const satisfies Record<GeneralOnly, string>;
