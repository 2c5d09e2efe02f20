import { type APIGuildForumChannel, ChannelType, type REST, Routes } from "discord.js";
import { bad, type Finding, good, type PlaceToCheck, warning } from "#bots/check-up.ts";
import { failed } from "./check-failed.ts";
import { SHELF_PERMISSIONS } from "./invite.ts";
import { missingRights } from "./permissions-in.ts";
import { missingTags } from "./shelf-tags.ts";

/** Whether the library's shelf is a forum, in which the bot may put up answers and take them away, with its tags. */
export async function shelfFinding(
  rest: REST,
  selfId: string,
  { community, channelId }: PlaceToCheck,
): Promise<Finding> {
  const what = `Discord, library channel of ${community}`;
  try {
    const channel = (await rest.get(Routes.channel(channelId))) as APIGuildForumChannel;
    if (channel.type !== ChannelType.GuildForum)
      return bad(
        what,
        `#${channel.name} is no forum channel, and only in one each answer is a post`,
        "Make one with `curbside community sync --create --library` after `curbside community unlink library`, or link another one.",
      );
    const missing = await missingRights(rest, selfId, channel, SHELF_PERMISSIONS);
    if (missing.length > 0)
      return bad(
        what,
        `in #${channel.name} the bot lacks: ${missing.join(", ")}; until then no answer is posted there`,
        "Allow them for the bot in the channel's settings, under Permissions, then run `curbside community sync`.",
      );
    const tags = missingTags(channel.available_tags);
    if (tags.length > 0)
      return warning(
        what,
        `#${channel.name} lacks the tags: ${tags.join(", ")}`,
        "`curbside community sync` makes them, where the bot may manage that channel.",
      );
    return good(what, `#${channel.name}, a forum with every right and tag it needs`);
  } catch (error) {
    return failed(what, error, "Link another channel, or unlink it: curbside community unlink library");
  }
}
