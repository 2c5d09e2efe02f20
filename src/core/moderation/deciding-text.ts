import type { Texts } from "#core/refusal-text.ts";

const SECOND_PERSON_WORDS = {
  proposer: "You proposed this, so somebody else must approve it.",
  "proposer-gone": "Whoever proposed this may not do so any more, so it must be proposed anew.",
  subject: "This is about you, so somebody else must decide.",
  asker: "You reported this or asked about it, so somebody else must decide on it.",
  lapsed: "You decided this before and nobody confirmed it in time, so somebody else must decide on it.",
  decider: "You made the decision that this is about, so somebody else must look at it.",
  reviewer: "You decided the appeal against it, so somebody else must confirm it.",
} as const;

const day = (date: Date): string => `${date.toISOString().slice(0, 16).replace("T", " ")} UTC`;

const FILTER_WORDS = {
  forbidden: ["The bot may not manage the server there.", "Give the bot's role the right Manage Server."],
  gone: [
    "The server, or the bot in it, is not there any more.",
    "Invite the bot again, or link another server.",
  ],
  rejected: [
    "The platform does not take the rules as they are.",
    "Check that the channel for alerts is one of this server, and that each id is right.",
  ],
  "signed-out": [
    "The bot's token is not accepted.",
    "Reset it, put the new one in its file, then try again.",
  ],
} as const;

/** Words for what is refused to those who decide cases and set rules: they read English. */
export const DECIDING_TEXT: Texts<
  | "case_status"
  | "second_person"
  | "enough_today"
  | "no_such_rule"
  | "not_for_this"
  | "words_not_there"
  | "filter_refused"
  | "filter_away"
  | "policy_examples"
  | "policy_weaker"
  | "policy_emergency"
  | "policy_alone"
> = {
  case_status: ({ is }) => ({
    title: "The case stands otherwise",
    detail: `The case is ${is}.`,
    nextStep:
      "See how it stands with `curbside case show`, or `curbside credential challenge` for a credential.",
  }),
  second_person: ({ why }) => ({
    title: "Needs a second person",
    detail: SECOND_PERSON_WORDS[why],
    nextStep: "Ask another moderator, a lead or an admin.",
  }),
  enough_today: ({ what, cap }) => ({
    title: "Enough for today",
    detail: `You have looked at ${cap}${what === "urgent" ? " urgent" : ""} ${cap === 1 ? "case" : "cases"} today, as many as is asked of one person here${what === "urgent" ? ", and only urgent ones wait" : ""}. Thank you.`,
    nextStep:
      "What waits is there for others, and tomorrow for you. In an emergency `curbside case take NUMBER` still takes one; people in danger are never held back.",
  }),
  no_such_rule: ({ rules }) => ({
    title: "Which rule?",
    detail: `A decision names one of the rules here:${rules.map(({ number, title }) => `\n  ${number}  ${title}`).join("")}\n`,
    nextStep: "Name it by its number.",
  }),
  not_for_this: ({ action, possible }) => ({
    title: "Not for this",
    detail: `A decision to ${action} is not possible on this case.`,
    nextStep: `Choose one of ${possible.join(", ")}.`,
  }),
  words_not_there: () => ({
    title: "Words not found",
    detail: "None of these words is in the text as it stands now.",
    nextStep: "Copy them from the case, and try again.",
  }),
  filter_refused: ({ why }) => ({
    title: "The server's filter was not changed",
    detail: FILTER_WORDS[why][0],
    nextStep: FILTER_WORDS[why][1],
  }),
  filter_away: () => ({
    title: "The filter is out of reach",
    detail: "The platform did not answer, so nobody can tell whether the last change arrived.",
    nextStep: "Run it again in a minute: it shows what stands there.",
  }),
  policy_examples: ({ rules }) => ({
    title: "The rules do not do what their examples say",
    detail: `Examples fail of ${rules.join(", ")}.`,
    nextStep: "`curbside policy test` shows which, and what was found instead.",
  }),
  policy_weaker: ({ rules }) => ({
    title: "Not by one person alone",
    detail: `It would make ${rules.join(", ")} find less, and lives hang on that.`,
    nextStep: "Propose it without --now, and ask a second person. What only finds more can be done at once.",
  }),
  policy_emergency: ({ until }) => ({
    title: "There is an emergency change already",
    detail: `It holds until ${day(until)}, and one at a time is possible.`,
    nextStep:
      "Propose yours without --now and ask a second person, or take the other back with `curbside policy take-back`.",
  }),
  policy_alone: ({ until }) => ({
    title: "Needs a second person now",
    detail: `Your last emergency change ended without a second person's yes. Until ${day(until)} you cannot make another one alone.`,
    nextStep: "Propose it without --now, and ask another lead or admin.",
  }),
};
