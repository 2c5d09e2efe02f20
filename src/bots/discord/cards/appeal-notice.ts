import { appealNoticeWords } from "#bots/moderation-words.ts";
import { t } from "#core/language/t.ts";
import type { AppealNoticeCard } from "#core/moderation/appeals/cards.ts";
import { type Button, escapeText, type Face } from "../markup.ts";

export function appealNoticeFace(card: AppealNoticeCard): Face {
  const { title, line } = appealNoticeWords(card);
  const reply: Button = {
    verb: "reply-to-appeal",
    subject: card.decisionId,
    label: t("Reply"),
    look: "main",
  };
  return {
    title,
    body: [line, escapeText(card.text)].join("\n\n"),
    footer: card.community,
    buttons: card.about === "asked" ? [reply] : [],
  };
}
