import { TEXT_BEHIND_OPEN, updateWords } from "#bots/friend-words.ts";
import type { CircleUpdateCard } from "#core/peers/friends/cards.ts";
import { SUPPORTS } from "#core/peers/friends/supports.ts";
import { type Button, escapeText, type Face } from "../markup.ts";

function buttonsFor({ updateId, text, canAnswer }: CircleUpdateCard): Button[] {
  const report: Button = { verb: "report-update", subject: updateId, label: "Report" };
  if (text === undefined) return [{ verb: "open-update", subject: updateId, label: "Open", look: "main" }];
  if (!canAnswer) return [report];
  const supports = Object.entries(SUPPORTS).map(
    ([code, label]): Button => ({ verb: "support", subject: `${updateId}/${code}`, label }),
  );
  return [...supports, report];
}

export function circleUpdateFace(card: CircleUpdateCard): Face {
  const { title, end } = updateWords(card, `**${escapeText(card.author)}**`);
  const text = card.text === undefined ? TEXT_BEHIND_OPEN : escapeText(card.text);
  return { title, body: [text, end].join("\n\n"), footer: card.community, buttons: buttonsFor(card) };
}
