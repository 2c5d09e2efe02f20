import { helloWords } from "#bots/peer-words.ts";
import { t } from "#core/language/t.ts";
import type { PeerHelloCard } from "#core/peers/pairs/cards.ts";
import { type Button, escapeText, type Face } from "../markup.ts";

function buttonsFor({ pairId: subject, hasEnded }: PeerHelloCard): Button[] {
  const report: Button = { verb: "peer-report", subject, label: t("Report") };
  const leave: Button = { verb: "peer-leave", subject, label: t("Leave quietly") };
  const block: Button = { verb: "peer-block", subject, label: t("Block") };
  const add: Button = { verb: "add-friend", subject, label: t("Add as friend"), look: "main" };
  if (hasEnded) return [add, leave, report, block];
  return [add, leave, report, block, { verb: "help-now", subject: "all", label: t("Get help now") }];
}

export function peerHelloFace(card: PeerHelloCard): Face {
  const { title, body, rules } = helloWords(card);
  const names = card.names.map((name) => `**${escapeText(name)}**`).join(" and ");
  return {
    title,
    body: [
      ...(card.hasEnded ? [] : [names]),
      ...body,
      ...(rules.length === 0 ? [] : [rules.map((rule) => `- ${rule}`).join("\n")]),
    ].join("\n\n"),
    footer: card.community,
    buttons: buttonsFor(card),
  };
}
