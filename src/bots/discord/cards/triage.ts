import { FOR_WHOM_WORDS } from "#bots/for-whom-words.ts";
import type { TriageCard } from "#core/questions/cards.ts";
import { escapeText, type Face, moment } from "../markup.ts";

const STATUS_WORDS = {
  draft: "Not sent yet",
  waiting: "Waiting for a volunteer",
  claimed: "A volunteer is on it",
  held: "A colleague looks at the answer before it is sent",
  "asked-back": "Waiting for the patient",
  answered: "Answered",
  "taken-back": "Taken back by the patient",
  expired: "Nobody could answer in time",
  closed: "Closed",
  cancelled: "Cancelled",
} as const satisfies Record<TriageCard["status"], string>;

function statusLine({ status, holder, leaseEndsAt, paused }: TriageCard): string {
  const held = status === "claimed" && holder !== undefined ? `: ${escapeText(holder)}` : "";
  const until = held !== "" && leaseEndsAt !== undefined ? `, until ${moment(leaseEndsAt)}` : "";
  return `${paused ? "Paused by a report. " : ""}${STATUS_WORDS[status]}${held}${until}`;
}

/** The shared card of one question, for a provider team on Discord. Read only: claiming happens in the team's own tool. */
export function triageFace(card: TriageCard): Face {
  const { text } = card;
  const told =
    text === undefined
      ? ["The text was removed."]
      : [
          escapeText(text.question),
          ...(text.tried === "" ? [] : [`**Tried so far**\n${escapeText(text.tried)}`]),
        ];
  return {
    title: `${card.urgent ? "Urgent: " : ""}Question ${card.number}${card.edited ? " (edited)" : ""}`,
    body: [
      `**${escapeText(card.pseudonym)}** · ${escapeText(card.topic)} · ${FOR_WHOM_WORDS[card.forWhom]} · ${escapeText(card.ageBand)}`,
      ...told,
      statusLine(card),
      `Sent ${moment(card.sentAt)} · promised by ${moment(card.promisedAt)}`,
    ].join("\n\n"),
    buttons: text === undefined ? [] : [{ verb: "report", subject: card.questionId, label: "Report" }],
  };
}
