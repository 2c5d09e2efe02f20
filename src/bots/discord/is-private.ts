import { type Channel, ChannelType } from "discord.js";

/**
 * Whether only those who were invited read along. A channel that some role cannot see is none of these: many servers show all
 * of theirs to verified members alone. One that is not known is taken for private.
 */
export function isPrivate(channel: Pick<Channel, "type"> | null | undefined): boolean {
  if (channel === null || channel === undefined) return true;
  return [ChannelType.PrivateThread, ChannelType.DM, ChannelType.GroupDM].includes(channel.type);
}
