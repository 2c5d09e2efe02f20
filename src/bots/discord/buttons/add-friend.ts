import { t } from "#core/language/t.ts";
import { befriend } from "#core/peers/friends/befriend.ts";
import { line } from "../markup.ts";
import type { DiscordButton } from "../press.ts";

export const addFriend = {
  verb: "add-friend",
  reply: "private",
  changes: true,
  access: "friends.add",
  async run({ handling, actor, subjectId }) {
    await befriend(handling, { actor, pairId: subjectId });
    return line(
      t(
        "Noted. If they would like it too, you are friends, and I tell you both. Until then they are not told.",
      ),
    );
  },
} satisfies DiscordButton;
