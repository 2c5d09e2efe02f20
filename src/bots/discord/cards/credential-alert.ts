import { alertWords } from "#bots/credential-alert-words.ts";
import type { CredentialAlertCard } from "#core/credentials/cards.ts";
import { escapeText, type Face } from "../markup.ts";

export function credentialAlertFace(card: CredentialAlertCard): Face {
  const { title, command } = alertWords(card);
  return {
    title,
    body: [
      `${escapeText(card.provider)}: ${escapeText(card.profession)} (${escapeText(card.jurisdiction)})`,
      ...(card.reason === "" ? [] : [escapeText(card.reason)]),
      `Next: \`${command}\``,
    ].join("\n\n"),
    buttons: [],
  };
}
