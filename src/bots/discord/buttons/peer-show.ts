import { showOffer } from "#core/peers/pairs/show-offer.ts";
import { peerOfferFace } from "../cards/peer-offer.ts";
import { show } from "../markup.ts";
import type { DiscordButton } from "../press.ts";

export const peerShow = {
  verb: "peer-show",
  reply: "private",
  changes: false,
  access: "peers.answer",
  run: async ({ core, actor, subjectId }) =>
    show(peerOfferFace(await showOffer(core, { actor, pairId: subjectId }))),
} satisfies DiscordButton;
