import { t } from "#core/language/t.ts";
import { leavePair } from "#core/peers/pairs/leave-pair.ts";
import { line } from "../markup.ts";
import type { DiscordButton } from "../press.ts";

export const peerLeave = {
  verb: "peer-leave",
  reply: "private",
  changes: true,
  access: "peers.leave",
  async run({ handling, actor, subjectId }) {
    await leavePair(handling, { actor, pairId: subjectId });
    return line(
      t(
        "You are taken out of the thread. I write nothing to them now; in a day or two the card there says that this pair has ended. Whoever looks at the thread sees that you are no longer in it.",
      ),
    );
  },
} satisfies DiscordButton;
