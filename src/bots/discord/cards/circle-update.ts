import { TEXT_BEHIND_OPEN, updateWords } from "#bots/friend-words.ts";
import { t } from "#core/language/t.ts";
import type { CircleUpdateCard } from "#core/peers/friends/cards.ts";
import { SUPPORTS } from "#core/peers/friends/supports.ts";
import { type Button, escapeText, type Face } from "../markup.ts";

function buttonsFor({ updateId, text, canAnswer }: CircleUpdateCard): Button[] {
  const report: Button = { verb: "report-update", subject: updateId, label: t("Report") };
  if (text === undefined) return [{ verb: "open-update", subject: updateId, label: t("Open"), look: "main" }];
  if (!canAnswer) return [report];
  const supports = Object.entries(SUPPORTS).map(
    ([code, label]): Button => ({ verb: "support", subject: `${updateId}/${code}`, label: t(label) }),
  );
  return [...supports, report];
}

export function circleUpdateFace(card: CircleUpdateCard): Face {
  const { title, end } = updateWords(card, `**${escapeText(card.author)}**`);
  const text = card.text === undefined ? t(TEXT_BEHIND_OPEN) : escapeText(card.text);
  return { title, body: [text, end].join("\n\n"), footer: card.community, buttons: buttonsFor(card) };
}
