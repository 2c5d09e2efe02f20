import type { CrisisCard } from "#core/moderation/crisis-card.ts";
import { escapeText, type Face, moment } from "../markup.ts";

/** To the crisis channel: no word of the text, only that somebody may be in danger. */
export function crisisFace({
  alertId,
  pseudonym,
  level,
  raisedAt,
  takenBy,
  takenAt,
  again,
  contacts,
}: CrisisCard): Face {
  const taken =
    takenBy === undefined
      ? "Nobody is on it yet. Press the button if you can be there for them now."
      : `${escapeText(takenBy)} is on it${takenAt === undefined ? "" : ` since ${moment(takenAt)}`}.`;
  return {
    title: `${again && takenBy === undefined ? "Still nobody: " : ""}A member may be in danger`,
    pieces: [
      {
        ours: `*${escapeText(pseudonym)}* wrote something at ${moment(raisedAt)} that may mean ${level === "emergency" ? "an emergency" : "danger"}. The right help lines were shown to them at once.`,
      },
      { ours: taken },
      ...(contacts.length === 0 ? [] : [{ small: `Named contacts: ${contacts.map(escapeText).join(", ")}` }]),
    ],
    buttons:
      takenBy === undefined
        ? [{ verb: "take-alert", subject: alertId, label: "I'm on it", look: "primary" }]
        : [],
  };
}
