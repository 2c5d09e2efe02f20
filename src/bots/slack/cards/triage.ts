import { FOR_THEIRS } from "#bots/slack/for-whom-words.ts";
import type { TriageCard } from "#core/questions/cards.ts";
import { type Button, escapeText, type Face, moment } from "../markup.ts";

const STATUS_WORDS = {
  draft: "Not sent yet",
  waiting: "Waiting for a volunteer",
  claimed: "Claimed",
  held: "A colleague looks at the answer before it is sent",
  "asked-back": "Waiting for the patient's reply",
  answered: "Answered",
  "taken-back": "Taken back by the patient",
  expired: "Nobody could answer in time",
  closed: "Closed",
  cancelled: "Cancelled",
} as const satisfies Record<TriageCard["status"], string>;

/** What is written is not sent: who wrote it, and how long it waits for a colleague. */
function heldLine(author: string, endsAt: Date): string {
  return `Written by ${escapeText(author)}. ${STATUS_WORDS.held}; it waits for that until ${moment(endsAt)}`;
}

function statusLine({ status, holder, leaseEndsAt, paused }: TriageCard): string {
  const pausedFirst = paused ? "Paused by a report. " : "";
  if (status === "held" && holder !== undefined && leaseEndsAt !== undefined)
    return `*${pausedFirst}${heldLine(holder, leaseEndsAt)}*`;
  const named = holder !== undefined && (status === "claimed" || status === "answered");
  const by = named ? ` by ${escapeText(holder)}` : "";
  const until = status === "claimed" && leaseEndsAt !== undefined ? ` until ${moment(leaseEndsAt)}` : "";
  return `*${pausedFirst}${STATUS_WORDS[status]}${by}${until}*`;
}

function buttonsFor({ questionId, status, paused, holder }: TriageCard, viewer?: string): Button[] {
  const subject = questionId;
  const report: Button = { verb: "report", subject, label: "Report" };
  if (paused) return [];
  if (status === "waiting")
    return [
      { verb: "claim", subject, label: "Answer", look: "primary" },
      { verb: "ask-back", subject, label: "Ask back" },
      { verb: "decline", subject, label: "I may know this person" },
      { verb: "needs-in-person", subject, label: "Needs in-person care" },
      report,
    ];
  if (status === "claimed")
    return [
      { verb: "claim", subject, label: "Answer", look: "primary" },
      { verb: "ask-back", subject, label: "Ask back" },
      { verb: "release", subject, label: "Release" },
      { verb: "decline", subject, label: "I may know this person" },
      { verb: "needs-in-person", subject, label: "Needs in-person care" },
      report,
    ];
  if (status === "held")
    return [
      ...(viewer !== undefined && viewer === holder
        ? []
        : [{ verb: "look", subject, label: "Look at the answer", look: "primary" } as const]),
      { verb: "decline", subject, label: "I may know this person" },
      report,
    ];
  if (status === "answered")
    return [
      { verb: "send-to-patient", subject, label: "Send to patient", look: "primary" },
      { verb: "ask-back", subject, label: "Ask back" },
      { verb: "needs-in-person", subject, label: "Needs in-person care" },
      report,
    ];
  return status === "asked-back" ? [report] : [];
}

/** What stands on a card when screening could not read all of its text. */
export const NOT_FULLY_SCREENED =
  "*Not fully screened*: long, or not in English or Spanish. Look for names, for danger and for who is asking yourself.";

/**
 * One message for each question, edited in place: it always says how the question stands. On a page of one's own, which
 * names its `viewer`, nobody is asked to look at what they wrote themselves.
 */
export function triageFace(card: TriageCard, viewer?: string): Face {
  const { text, number, pseudonym, topic, forWhom, ageBand } = card;
  const about = `${escapeText(pseudonym)} · ${escapeText(topic)} · ${FOR_THEIRS[forWhom]} · ${escapeText(ageBand)}`;
  return {
    title: `${card.urgent ? "Urgent: " : ""}Question ${number}${card.edited ? " (edited)" : ""}`,
    pieces: [
      { ours: about },
      ...(text === undefined ? [{ ours: "The text was removed." }] : [{ theirs: text.question }]),
      ...(text === undefined || text.tried === ""
        ? []
        : [{ ours: "*Tried so far*" }, { theirs: text.tried }]),
      ...(card.fullyScreened || text === undefined ? [] : [{ ours: NOT_FULLY_SCREENED }]),
      { ours: statusLine(card) },
      {
        small: `Sent ${moment(card.sentAt)} · the patient is told by ${moment(card.promisedAt)} even if nobody can answer`,
      },
    ],
    buttons: buttonsFor(card, viewer),
  };
}
