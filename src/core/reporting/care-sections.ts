import { row, type Section } from "./section.ts";

export const CARE: readonly Section[] = [
  {
    id: "questions",
    title: "Questions",
    about:
      "Questions whose first 72 hours ended in this month. An honest end is a word that nobody could answer, or that somebody has to see them in person.",
    tables: [
      {
        title: "What came of them",
        total: row("questions", "Questions"),
        rows: [
          row("questions.day", "Answered or ended honestly within 24 hours"),
          row("questions.promise", "Answered or ended honestly within 72 hours, but not 24"),
          row("questions.taken-back", "Taken back before that"),
          row("questions.late", "Neither within 72 hours"),
        ],
      },
      {
        title: "Within 24 hours",
        total: row("questions.day", "Answered or ended honestly"),
        rows: [row("questions.day.answered", "Answered"), row("questions.day.told", "Ended honestly")],
      },
      {
        title: "Within 72 hours, but not 24",
        total: row("questions.promise", "Answered or ended honestly"),
        rows: [
          row("questions.promise.answered", "Answered"),
          row("questions.promise.told", "Ended honestly"),
        ],
      },
    ],
    rows: [row("answers.first", "First answers sent in this month")],
    shares: [
      {
        id: "questions.answered.24h",
        words: "Answered within 24 hours",
        of: ["questions.day.answered"],
        from: "questions",
      },
      {
        id: "questions.24h",
        words: "Answered or ended honestly within 24 hours",
        of: ["questions.day"],
        from: "questions",
      },
      {
        id: "questions.72h",
        words: "Answered or ended honestly within 72 hours",
        of: ["questions.day", "questions.promise"],
        from: "questions",
      },
    ],
    times: [{ id: "answer", words: "From a question to its first answer", counted: ["answers.first"] }],
  },
  {
    id: "crisis",
    title: "When somebody may have been in danger",
    about: "Alerts to the team whose first day ended in this month. Help lines are shown at once, always.",
    tables: [
      {
        title: "Why the team was alerted",
        total: row("alerts", "Alerts"),
        rows: [
          row("alerts.wrote", "What a member wrote"),
          row("alerts.company", "A member asked for company"),
          row("alerts.worry", "Somebody was worried about another"),
        ],
      },
      {
        title: "Whether somebody from the team came",
        total: row("alerts", "Alerts"),
        rows: [row("alerts.taken", "Within a day"), row("alerts.nobody", "Not within a day")],
      },
      {
        title: "How soon somebody from the team came",
        total: row("alerts.taken", "Within a day"),
        rows: [
          row("alerts.taken.soon", "Within 10 minutes"),
          row("alerts.taken.later", "Later on the same day"),
        ],
      },
    ],
    rows: [
      row("alerts.told-again", "Alerts that were sent again because nobody had come"),
      row("worries", "Times that a member said they were worried"),
    ],
    shares: [],
    times: [
      {
        id: "alert",
        words: "From the alert to somebody who comes",
        counted: ["alerts", "alerts.taken", "alerts.taken.soon", "alerts.taken.later"],
      },
    ],
  },
  {
    id: "providers",
    title: "Checks of providers",
    about: "Nobody answers here before two people agreed on what they say they are.",
    tables: [],
    rows: [
      row("claims", "Claims made"),
      row("claims.approved", "Approved by two people"),
      row("claims.rejected", "Rejected"),
      row("credentials.suspended", "Suspended"),
      row("credentials.expired", "Run out, or not checked again in time"),
      row("credentials.revoked", "Withdrawn for good"),
      row("credentials.questioned", "Questioned by members"),
    ],
    shares: [],
    times: [],
  },
  {
    id: "looks",
    title: "Second looks",
    about: "A colleague reads some answers before they are sent.",
    tables: [
      {
        title: "What came of them",
        total: row("looks", "Second looks"),
        rows: [row("looks.passed", "Sent as it was"), row("looks.sent-back", "Sent back to its author")],
      },
    ],
    rows: [row("looks.lapsed", "Answers that nobody looked at in time, and so were not sent")],
    shares: [],
    times: [],
  },
  {
    id: "removed",
    title: "Taken back and erased",
    about: "What members removed; it goes on both sides.",
    tables: [],
    rows: [
      row("taken-back", "Questions taken back"),
      row("texts.removed", "Single texts deleted"),
      row("members.erased", "Members who had everything erased"),
    ],
    shares: [],
    times: [],
  },
];
