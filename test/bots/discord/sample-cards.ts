import type { Card, CardKind, CardOf } from "#core/messenger.ts";

const AT = new Date("2026-03-04T10:00:00Z");
const ID = "01900000-0000-7000-8000-000000000001";
export const HOSTILE = "**@everyone** <@42> [x](http://x.example)";
const QUESTION = { questionId: ID, number: 214, community: "Sunny Side" };

/** One card of each kind, with a hostile text wherever a person may have written one. */
export const SAMPLES: { [K in CardKind]: CardOf<K> } = {
  triage: {
    kind: "triage",
    questionId: ID,
    number: 214,
    pseudonym: "Calm Harbor",
    topic: "Medicines",
    forWhom: "self",
    ageBand: "30-44",
    status: "claimed",
    text: { question: HOSTILE, tried: HOSTILE },
    edited: true,
    paused: false,
    urgent: true,
    fullyScreened: true,
    holder: "Ana",
    leaseEndsAt: AT,
    sentAt: AT,
    promisedAt: AT,
  },
  "follow-up": {
    kind: "follow-up",
    questionId: ID,
    messageId: ID,
    pseudonym: "Calm Harbor",
    text: HOSTILE,
    edited: false,
    fullyScreened: true,
    repliesToAskBack: true,
  },
  "sent-copy": {
    kind: "sent-copy",
    questionId: ID,
    messageId: ID,
    author: "Ana",
    message: "reply",
    answer: undefined,
    text: HOSTILE,
    edited: false,
  },
  "team-notice": { kind: "team-notice", questionId: ID, notice: { about: "in-inbox" } },
  receipt: { kind: "receipt", ...QUESTION, usualWaitHours: { from: 9, to: 20 }, promisedAt: AT },
  answer: {
    kind: "answer",
    ...QUESTION,
    messageId: ID,
    message: "answer",
    answer: { often: HOSTILE, can: "Rest.", urgent: "", clinician: "Ask about it." },
    text: "",
    credential: { profession: "Pharmacist", jurisdiction: "GB", checkedAt: AT, source: "public register" },
    credentialId: ID,
    edited: false,
    quiet: false,
  },
  notice: { kind: "notice", ...QUESTION, about: { what: "expired" } },
  "taken-back": {
    kind: "taken-back",
    ...QUESTION,
    removed: [
      { platform: "slack", place: "channel", count: 1, state: "removed" },
      { platform: "discord", place: "dm", count: 2, state: "failed" },
    ],
  },
  crisis: {
    kind: "crisis",
    alertId: ID,
    pseudonym: "Calm Harbor",
    level: "crisis",
    raisedAt: AT,
    takenBy: undefined,
    takenAt: undefined,
    again: true,
    contacts: ["Mo"],
  },
  "crisis-support": { kind: "crisis-support", alertId: ID, text: `Hi.\n${HOSTILE}`, about: "raised" },
  report: {
    kind: "report",
    reportId: ID,
    questionNumber: 214,
    reportedBy: "Calm Harbor",
    about: "answer",
    reason: HOSTILE,
    reportedAt: AT,
    resolvedBy: undefined,
  },
};

export const SAMPLE_CARDS: readonly Card[] = Object.values(SAMPLES);
