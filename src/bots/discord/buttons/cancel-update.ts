import { t } from "#core/language/t.ts";
import { cancelUpdate } from "#core/peers/friends/cancel-update.ts";
import { line } from "../markup.ts";
import type { DiscordButton } from "../press.ts";

export const cancelUpdateButton = {
  verb: "cancel-update",
  reply: "update",
  changes: true,
  access: "update.write",
  async run({ handling, actor, subjectId }) {
    await cancelUpdate(handling, { actor, updateId: subjectId });
    return line(t("Cancelled. Nothing was sent."));
  },
} satisfies DiscordButton;
