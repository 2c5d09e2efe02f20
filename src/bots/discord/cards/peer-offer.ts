import { offerWords } from "#bots/peer-words.ts";
import { t } from "#core/language/t.ts";
import type { PeerOfferCard } from "#core/peers/pairs/cards.ts";
import { type Button, type Face, moment } from "../markup.ts";

function buttonsFor({ pairId, stands, shared }: PeerOfferCard): Button[] {
  const no: Button = { verb: "peer-no", subject: pairId, label: t("Not now") };
  if (stands === "said-yes") return [no];
  if (stands !== "open") return [];
  if (shared === undefined)
    return [{ verb: "peer-show", subject: pairId, label: t("Show"), look: "main" }, no];
  return [{ verb: "peer-yes", subject: pairId, label: t("Yes, say hello"), look: "main" }, no];
}

export function peerOfferFace(card: PeerOfferCard): Face {
  const { title, body } = offerWords(card);
  const until =
    card.stands === "open"
      ? [t("This offer waits until {closesAt}.", { closesAt: moment(card.closesAt) })]
      : [];
  return {
    title,
    body: [...body, ...until].join("\n\n"),
    footer: card.community,
    buttons: buttonsFor(card),
  };
}
