import { crisisReason, crisisSince, crisisTitle, onCallWords } from "#bots/alert-words.ts";
import type { CrisisCard } from "#core/moderation/crisis-card.ts";
import { escapeText, type Face, moment } from "../markup.ts";

/** To the crisis channel: no word of the text, only that somebody may be in danger. The account of a stranger is a link that pings nobody. */
export function crisisFace(card: CrisisCard): Face {
  const { alertId, pseudonym = "", accountId, raisedAt, takenBy, takenAt } = card;
  const taken = takenBy !== undefined;
  const lines = [
    crisisReason(card, {
      name: `**${escapeText(pseudonym)}**`,
      stranger: accountId === undefined ? "somebody in the server" : `<@${accountId}>`,
      at: moment(raisedAt),
    }),
    ...crisisSince(card, moment),
    ...(taken
      ? [`${escapeText(takenBy)} is on it${takenAt === undefined ? "" : ` since ${moment(takenAt)}`}.`]
      : ["Nobody is on it yet. Press the button if you can be there for them now."]),
    ...onCallWords(card, escapeText),
  ];
  return {
    title: crisisTitle(card),
    body: lines.join("\n\n"),
    buttons: taken ? [] : [{ verb: "take-alert", subject: alertId, label: "I'm on it", look: "main" }],
  };
}
