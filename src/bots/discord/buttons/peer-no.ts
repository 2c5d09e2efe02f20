import { t } from "#core/language/t.ts";
import { declineOffer } from "#core/peers/pairs/decline-offer.ts";
import { line } from "../markup.ts";
import type { DiscordButton } from "../press.ts";

export const peerNo = {
  verb: "peer-no",
  reply: "private",
  changes: true,
  access: "peers.answer",
  async run({ handling, actor, subjectId }) {
    await declineOffer(handling, { actor, pairId: subjectId });
    return line(t("That is fine. They are not told."));
  },
} satisfies DiscordButton;
