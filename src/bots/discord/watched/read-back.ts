import {
  type APIChannel,
  type APIMessage,
  type APIThreadList,
  ChannelType,
  type REST,
  Routes,
} from "discord.js";
import type { HearPost } from "./hear-post.ts";

/** What is read back after a gap: the latest of a channel, and of its open threads, and nothing older than a day. */
const MOST = { inChannel: 500, inThread: 100, threads: 25, ageMs: 24 * 3_600_000 } as const;
/** What Discord gives at once. */
const PAGE = 100;
/** What a person wrote: plain, or as a reply to somebody. */
const WRITTEN: ReadonlySet<number> = new Set([0, 19]);

export interface ReadBack {
  readonly communityId: string;
  readonly spaceId: string;
  readonly channelId: string;
  /** Nothing that was posted or edited before this is looked at. */
  readonly since: Date;
  readonly now: Date;
}

/** The latest messages of a channel back to `since`, newest first; the last page may hold older ones. */
async function latest(rest: REST, channelId: string, since: number, most: number): Promise<APIMessage[]> {
  const read: APIMessage[] = [];
  while (read.length < most) {
    const query = new URLSearchParams({ limit: String(PAGE) });
    const oldest = read.at(-1);
    if (oldest !== undefined) query.set("before", oldest.id);
    const page = (await rest.get(Routes.channelMessages(channelId), { query })) as APIMessage[];
    read.push(...page);
    const last = page.at(-1);
    if (page.length < PAGE || last === undefined || Date.parse(last.timestamp) < since) break;
  }
  return read;
}

/** Those threads of a channel that are open, and that everybody who reads the channel can open. */
async function openThreads(rest: REST, { spaceId, channelId }: ReadBack): Promise<string[]> {
  const { threads } = (await rest.get(Routes.guildActiveThreads(spaceId))) as APIThreadList;
  return (threads as (APIChannel & { parent_id?: string | null })[])
    .filter(({ type, parent_id }) => type !== ChannelType.PrivateThread && parent_id === channelId)
    .map(({ id }) => id)
    .sort((one, other) => (BigInt(one) > BigInt(other) ? -1 : 1))
    .slice(0, MOST.threads);
}

/**
 * Looks at what was posted or edited while nobody listened, the oldest first; what was heard before is the same act. Rejects
 * where something that was found could not be stored.
 */
export async function readBack(rest: REST, hear: HearPost, gap: ReadBack): Promise<void> {
  const { communityId, spaceId, channelId } = gap;
  const since = Math.max(gap.since.getTime(), gap.now.getTime() - MOST.ageMs);
  const places = [
    { at: channelId, most: MOST.inChannel },
    ...(await openThreads(rest, gap)).map((at) => ({ at, most: MOST.inThread })),
  ];
  for (const { at, most } of places)
    for (const message of (await latest(rest, at, since, most)).toReversed()) {
      const { author, id, content, type, webhook_id: webhookId, timestamp } = message;
      if (author.bot === true || webhookId !== undefined || !WRITTEN.has(type)) continue;
      const editedAt = message.edited_timestamp === null ? undefined : new Date(message.edited_timestamp);
      const writtenAt = new Date(timestamp);
      if ((editedAt ?? writtenAt).getTime() < since) continue;
      const isHeard = await hear({
        communityId,
        spaceId,
        channelId: at,
        messageId: id,
        accountId: author.id,
        text: content,
        writtenAt,
        editedAt,
      });
      if (!isHeard) throw new Error("what was found could not be stored");
    }
}
