import { myFriends } from "#core/peers/friends/my-friends.ts";
import { friendsFace } from "../cards/friends.ts";
import { show } from "../markup.ts";
import { pageFrom } from "../pages.ts";
import type { DiscordButton } from "../press.ts";

export const friendsPage = {
  verb: "friends-page",
  reply: "update",
  changes: false,
  access: "friends.read",
  run: async ({ core, actor, subjectId }) =>
    show(friendsFace(await myFriends(core, { actor }), pageFrom(subjectId))),
} satisfies DiscordButton;
