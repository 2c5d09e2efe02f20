import { supportWords } from "#bots/friend-words.ts";
import { t } from "#core/language/t.ts";
import type { CircleSupportCard } from "#core/peers/friends/cards.ts";
import { escapeText, type Face } from "../markup.ts";

export function circleSupportFace(card: CircleSupportCard): Face {
  const { title, body } = supportWords(card, `**${escapeText(card.friend)}**`);
  return {
    title,
    body,
    footer: card.community,
    buttons: [{ verb: "mute-update", subject: card.updateId, label: t("Mute answers") }],
  };
}
