import { offerWords } from "#bots/peer-words.ts";
import type { PeerOfferCard } from "#core/peers/pairs/cards.ts";
import { type Button, type Face, moment } from "../markup.ts";

function buttonsFor({ pairId, stands, shared }: PeerOfferCard): Button[] {
  const no: Button = { verb: "peer-no", subject: pairId, label: "Not now" };
  if (stands === "said-yes") return [no];
  if (stands !== "open") return [];
  if (shared === undefined) return [{ verb: "peer-show", subject: pairId, label: "Show", look: "main" }, no];
  return [{ verb: "peer-yes", subject: pairId, label: "Yes, say hello", look: "main" }, no];
}

export function peerOfferFace(card: PeerOfferCard): Face {
  const { title, body } = offerWords(card);
  const until = card.stands === "open" ? [`This offer waits until ${moment(card.closesAt)}.`] : [];
  return {
    title,
    body: [...body, ...until].join("\n\n"),
    footer: card.community,
    buttons: buttonsFor(card),
  };
}
