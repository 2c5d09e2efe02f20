import { appealNoticeWords } from "#bots/moderation-words.ts";
import type { AppealNoticeCard } from "#core/moderation/appeals/cards.ts";
import { type Button, escapeText, type Face } from "../markup.ts";

export function appealNoticeFace(card: AppealNoticeCard): Face {
  const { title, line } = appealNoticeWords(card);
  const reply: Button = {
    verb: "reply-to-appeal",
    subject: card.decisionId,
    label: "Reply",
    look: "primary",
  };
  return {
    title,
    pieces: [{ ours: line }, { theirs: card.text }, { small: escapeText(card.community) }],
    buttons: card.about === "asked" ? [reply] : [],
  };
}
