import { t } from "#core/language/t.ts";
import { supportFriend } from "#core/peers/friends/support-friend.ts";
import { line } from "../markup.ts";
import type { DiscordButton } from "../press.ts";

/** The subject is the update, and which of the few answers. */
export const support = {
  verb: "support",
  reply: "private",
  changes: true,
  access: "update.answer",
  async run({ handling, actor, subjectId }) {
    const [updateId = "", code = ""] = subjectId.split("/");
    await supportFriend(handling, { actor, updateId, support: code });
    return line(t("Thank you. That is all; nothing more is expected of you."));
  },
} satisfies DiscordButton;
