import { t } from "#core/language/t.ts";
import { acceptOffer } from "#core/peers/pairs/accept-offer.ts";
import { line } from "../markup.ts";
import type { DiscordButton } from "../press.ts";

export const peerYes = {
  verb: "peer-yes",
  reply: "private",
  changes: true,
  access: "peers.accept",
  async run({ handling, actor, subjectId }) {
    const { united } = await acceptOffer(handling, { actor, pairId: subjectId });
    return line(
      united
        ? t("They said yes too. I open a private thread for the two of you now.")
        : t(
            "Thank you. If they say yes too, I open a private thread for the two of you. If not, you are not disturbed again.",
          ),
    );
  },
} satisfies DiscordButton;
