import { ownDetailsWords } from "#bots/own-details-words.ts";
import { msg, t } from "#core/language/t.ts";
import type { OwnDetailsCard } from "#core/moderation/automatic/own-details-card.ts";
import type { Face } from "../markup.ts";

const HOW = msg(
  "**To change or remove it:** hold your message, or right-click it, and choose **Edit Message** or **Delete Message**.",
);

export function ownDetailsFace(card: OwnDetailsCard): Face {
  const { title, body, end } = ownDetailsWords(card);
  return { title, body: [body, t(HOW), end].join("\n\n"), footer: card.community, buttons: [] };
}
