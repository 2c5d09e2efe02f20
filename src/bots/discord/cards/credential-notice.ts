import { noticeWords } from "#bots/credential-words.ts";
import type { CredentialNoticeCard } from "#core/credentials/cards.ts";
import { t } from "#core/language/t.ts";
import { type Button, escapeText, type Face } from "../markup.ts";

export function credentialNoticeFace(card: CredentialNoticeCard): Face {
  const { title, body, next } = noticeWords(card);
  const subject = card.credentialId;
  const buttons: Record<typeof next, Button[]> = {
    none: [],
    "enter-code": [{ verb: "enter-code", subject, label: t("Enter code"), look: "main" }],
    "reply-to-case": [{ verb: "reply-to-case", subject, label: t("Say your side"), look: "main" }],
  };
  return {
    title,
    body: [
      `${escapeText(card.profession)} (${escapeText(card.jurisdiction)})`,
      ...(card.reason === "" ? [] : [escapeText(card.reason)]),
      body,
    ].join("\n\n"),
    footer: card.community,
    buttons: buttons[next],
  };
}
