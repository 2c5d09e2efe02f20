import { openFriendUpdate } from "#core/peers/friends/open-friend-update.ts";
import { circleUpdateFace } from "../cards/circle-update.ts";
import { show } from "../markup.ts";
import type { DiscordButton } from "../press.ts";

export const openUpdateButton = {
  verb: "open-update",
  reply: "private",
  changes: false,
  access: "friends.read",
  run: async ({ core, actor, subjectId }) =>
    show(circleUpdateFace(await openFriendUpdate(core, { actor, updateId: subjectId }))),
} satisfies DiscordButton;
