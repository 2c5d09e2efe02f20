import { type APIUser, ChannelType, type REST, Routes } from "discord.js";
import type { WatchedPlace, WatchTrouble } from "#core/communities/watched/watched-places.ts";
import { WATCH_PERMISSIONS } from "../invite.ts";
import { troubleOf } from "../messenger-failures.ts";
import { missingRights, type TextChannel } from "../permissions-in.ts";
import { standNotice } from "./notice.ts";

/** Where people write under one another and a notice can be pinned. */
const WATCHABLE: ReadonlySet<ChannelType> = new Set([ChannelType.GuildText, ChannelType.GuildAnnouncement]);

export type TakenUp = { readonly noticeId: string } | { readonly trouble: WatchTrouble };

/** Whether a channel is one of that server in which people write; another community's admin may have named it. */
export const isWatchable = (channel: TextChannel, spaceId: string): boolean =>
  channel.guild_id === spaceId && WATCHABLE.has(channel.type);

/** Makes a channel ready to be read: it must be what it was listed as, and its notice must stand. */
export async function takeUp(
  rest: REST,
  { spaceId, channelId, noticeId }: Pick<WatchedPlace, "spaceId" | "channelId" | "noticeId">,
): Promise<TakenUp> {
  try {
    const channel = (await rest.get(Routes.channel(channelId))) as TextChannel;
    if (!isWatchable(channel, spaceId)) return { trouble: "place" };
    const { id: selfId } = (await rest.get(Routes.user())) as APIUser;
    const missing = await missingRights(rest, selfId, channel, WATCH_PERMISSIONS);
    if (missing.length > 0) return { trouble: "rights" };
    return { noticeId: await standNotice(rest, { channelId, noticeId }) };
  } catch (error) {
    const { why } = troubleOf(error);
    if (why === "gone") return { trouble: "place" };
    return { trouble: why === "forbidden" || why === "rejected" ? "rights" : "away" };
  }
}
