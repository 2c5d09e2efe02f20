import { myFriends } from "#core/peers/friends/my-friends.ts";
import { unfriend } from "#core/peers/friends/unfriend.ts";
import { friendsFace } from "../cards/friends.ts";
import { show } from "../markup.ts";
import type { DiscordButton } from "../press.ts";

export const removeFriend = {
  verb: "remove-friend",
  reply: "update",
  changes: true,
  access: "friends.remove",
  async run({ core, handling, actor, subjectId }) {
    await unfriend(handling, { actor, friendId: subjectId });
    return show(friendsFace(await myFriends(core, { actor })));
  },
} satisfies DiscordButton;
