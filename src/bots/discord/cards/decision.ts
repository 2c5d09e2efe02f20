import { decisionWords } from "#bots/moderation-words.ts";
import { t } from "#core/language/t.ts";
import type { DecisionCard } from "#core/moderation/decisions/cards.ts";
import { type Button, escapeText, type Face } from "../markup.ts";

export function decisionFace(card: DecisionCard): Face {
  const { title, lines, canAppeal } = decisionWords(card);
  const [first = "", ...rest] = lines;
  const removed = card.removedWords.map((words) => `“${escapeText(words)}”`).join(", ");
  const appeal: Button = { verb: "appeal", subject: card.decisionId, label: t("I disagree") };
  return {
    title,
    body: [
      escapeText(first),
      escapeText(card.reason),
      ...(removed === "" ? [] : [t("We removed: {removed}", { removed })]),
      ...rest.map(escapeText),
    ].join("\n\n"),
    footer: card.community,
    buttons: canAppeal ? [appeal] : [],
  };
}
