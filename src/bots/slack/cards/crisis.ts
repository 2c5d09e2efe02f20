import { crisisReason, crisisSince, crisisTitle, onCallWords } from "#bots/alert-words.ts";
import type { CrisisCard } from "#core/moderation/crisis-card.ts";
import { escapeText, type Face, moment } from "../markup.ts";

/** To the crisis channel: no word of the text, only that somebody may be in danger. Who a stranger is helps nobody here. */
export function crisisFace(card: CrisisCard): Face {
  const { alertId, pseudonym = "", raisedAt, takenBy, takenAt } = card;
  const taken =
    takenBy === undefined
      ? "Nobody is on it yet. Press the button if you can be there for them now."
      : `${escapeText(takenBy)} is on it${takenAt === undefined ? "" : ` since ${moment(takenAt)}`}.`;
  return {
    title: crisisTitle(card),
    pieces: [
      {
        ours: crisisReason(card, {
          name: `*${escapeText(pseudonym)}*`,
          stranger: "somebody in the patients' server, where a crisis channel would show who",
          at: moment(raisedAt),
        }),
      },
      ...crisisSince(card, moment).map((ours) => ({ ours })),
      { ours: taken },
      ...onCallWords(card, escapeText).map((ours) => ({ ours })),
    ],
    buttons:
      takenBy === undefined
        ? [{ verb: "take-alert", subject: alertId, label: "I'm on it", look: "primary" }]
        : [],
  };
}
