import { t } from "#core/language/t.ts";
import { muteUpdate } from "#core/peers/friends/mute-update.ts";
import { line } from "../markup.ts";
import type { DiscordButton } from "../press.ts";

export const muteUpdateButton = {
  verb: "mute-update",
  reply: "private",
  changes: true,
  access: "update.write",
  async run({ handling, actor, subjectId }) {
    await muteUpdate(handling, { actor, updateId: subjectId });
    return line(t("I bring you no more answers to this update. Your friends are not told."));
  },
} satisfies DiscordButton;
