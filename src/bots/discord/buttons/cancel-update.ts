import { t } from "#core/language/t.ts";
import { cancelUpdate } from "#core/peers/friends/cancel-update.ts";
import { line } from "../markup.ts";
import type { DiscordButton } from "../press.ts";
import { forgetUpdate } from "../updates-in-hand.ts";

export const cancelUpdateButton = {
  verb: "cancel-update",
  reply: "update",
  changes: true,
  access: "update.write",
  async run({ handling, actor, subjectId }) {
    await cancelUpdate(handling, { actor, updateId: subjectId });
    forgetUpdate({ updateId: subjectId, memberId: actor.memberId });
    return line(t("Cancelled. Nothing was sent."));
  },
} satisfies DiscordButton;
