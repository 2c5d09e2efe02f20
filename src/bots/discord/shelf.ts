import {
  type APIGuildForumChannel,
  type APIMessage,
  type APIThreadChannel,
  type APIUser,
  ChannelType,
  type REST,
  type RESTGetAPIGuildThreadsResult,
  Routes,
  SnowflakeUtil,
  ThreadAutoArchiveDuration,
} from "discord.js";
import type { ShelfAnswerCard } from "#core/library/cards.ts";
import {
  DeliveryFailure,
  type Destination,
  type Find,
  type Found,
  type MessageRef,
} from "#core/messenger.ts";
import { shelfContent, shelfTitle } from "./cards/shelf-answer.ts";
import { SHELF_PERMISSIONS } from "./invite.ts";
import { keysOf } from "./keys-of.ts";
import { asDelivery, troubleOf } from "./messenger-failures.ts";
import { missingRights } from "./permissions-in.ts";
import { opening } from "./places.ts";
import { tagIds, tagsOf } from "./shelf-tags.ts";

type Shelf = Pick<Extract<Destination, { kind: "shelf" }>, "channelId">;

const NO_MENTIONS = { parse: [] };
const PAGE = "100";
const PAGES = 5;
/** The clocks of two hosts may differ. */
const LEEWAY_MS = 5000;

/**
 * A forum channel, in which each answer is a post: a thread whose first message has the thread's own id. A forum has no messages of
 * its own, so that what was lost is looked for among its posts.
 */
export class Shelves {
  readonly #rest: REST;
  #selfId: string | undefined;

  constructor(rest: REST) {
    this.#rest = rest;
  }

  async #self(): Promise<string> {
    this.#selfId ??= ((await opening(() => this.#rest.get(Routes.user()))) as APIUser).id;
    return this.#selfId;
  }

  async #forum(channelId: string): Promise<APIGuildForumChannel> {
    const channel = await opening(() => this.#rest.get(Routes.channel(channelId)));
    const forum = channel as APIGuildForumChannel;
    if (forum.type !== ChannelType.GuildForum)
      throw new DeliveryFailure({ why: "forbidden", what: "not-a-forum" });
    return forum;
  }

  /** Nobody may write below an answer: what stood there would read as part of it. */
  async #lock(threadId: string): Promise<void> {
    await asDelivery(() => this.#rest.patch(Routes.channel(threadId), { body: { locked: true } }));
  }

  /** Nothing is put up that could not be taken away again: without the rights for that nothing is posted. */
  async post({ channelId }: Shelf, card: ShelfAnswerCard, key: string): Promise<MessageRef> {
    const forum = await this.#forum(channelId);
    const self = await this.#self();
    const missing = await opening(() => missingRights(this.#rest, self, forum, SHELF_PERMISSIONS));
    if (missing.length > 0) throw new DeliveryFailure({ why: "forbidden", what: "shelf-permission" });
    const body = {
      name: shelfTitle(card),
      auto_archive_duration: ThreadAutoArchiveDuration.OneWeek,
      applied_tags: tagIds(forum.available_tags, tagsOf(card)),
      message: { ...shelfContent(card, key), allowed_mentions: NO_MENTIONS },
    };
    const { id } = (await asDelivery(() =>
      this.#rest.post(Routes.threads(channelId), { body }),
    )) as APIThreadChannel;
    try {
      await this.#lock(id);
    } catch {
      // It stands, and is not locked yet: it is found by its key, and locked then.
      throw new DeliveryFailure({ why: "ambiguous" });
    }
    return { channelId: id, messageId: id, place: "shelf" };
  }

  async edit(ref: MessageRef, card: ShelfAnswerCard, key: string): Promise<void> {
    const thread = (await opening(() => this.#rest.get(Routes.channel(ref.channelId)))) as APIThreadChannel;
    const forum = await this.#forum(thread.parent_id ?? "");
    const applied = tagIds(forum.available_tags, tagsOf(card));
    // In an archived one nothing can be changed.
    const state = { applied_tags: applied, locked: true, archived: false };
    await asDelivery(() => this.#rest.patch(Routes.channel(ref.channelId), { body: state }));
    const body = { ...shelfContent(card, key), allowed_mentions: NO_MENTIONS };
    const route = Routes.channelMessage(ref.channelId, ref.messageId);
    await asDelivery(() => this.#rest.patch(route, { body }));
  }

  /** The whole post, with its title. Where the right to that was taken away the text goes at least, and the failure is told. */
  async remove(ref: MessageRef): Promise<void> {
    try {
      await asDelivery(() => this.#rest.delete(Routes.channel(ref.channelId)));
    } catch (error) {
      const { why } = troubleOf(error);
      if (why === "gone") return;
      if (why === "forbidden")
        await this.#rest
          .delete(Routes.channelMessage(ref.channelId, ref.messageId))
          .catch((_also: unknown) => undefined);
      throw error;
    }
  }

  /** All posts of a forum that were made since, archived ones too; undefined where there are too many to be sure. */
  async #postsSince(forum: APIGuildForumChannel, since: bigint): Promise<APIThreadChannel[] | undefined> {
    const active = (await asDelivery(() =>
      this.#rest.get(Routes.guildActiveThreads(forum.guild_id ?? "")),
    )) as RESTGetAPIGuildThreadsResult;
    const posts = (active.threads as APIThreadChannel[]).filter(({ parent_id }) => parent_id === forum.id);
    let before: string | undefined;
    for (let page = 0; page < PAGES; page += 1) {
      const query = new URLSearchParams({ limit: PAGE, ...(before === undefined ? {} : { before }) });
      const archived = (await asDelivery(() =>
        this.#rest.get(Routes.channelThreads(forum.id, "public"), { query }),
      )) as RESTGetAPIGuildThreadsResult & { has_more: boolean };
      const threads = archived.threads as APIThreadChannel[];
      posts.push(...threads);
      before = threads.at(-1)?.thread_metadata?.archive_timestamp;
      // Newest first, by when they were archived, which is never before they were made.
      const isOlder = before !== undefined && Date.parse(before) < SnowflakeUtil.timestampFrom(since);
      if (!archived.has_more || before === undefined || isOlder)
        return posts.filter(({ id }) => BigInt(id) >= since);
    }
    return undefined;
  }

  async #keysIn(threadId: string): Promise<Set<string>> {
    try {
      const route = Routes.channelMessage(threadId, threadId);
      return keysOf((await asDelivery(() => this.#rest.get(route))) as APIMessage);
    } catch (error) {
      if (troubleOf(error).why === "gone") return new Set();
      throw error;
    }
  }

  /** Whoever may see a forum sees all of its posts, so that a complete reading needs no witness. */
  async find({ channelId }: Shelf, { key, after }: Find): Promise<Found> {
    const forum = await this.#forum(channelId);
    const self = await this.#self();
    const since = SnowflakeUtil.generate({ timestamp: after.getTime() - LEEWAY_MS });
    const posts = await this.#postsSince(forum, since);
    const ours: MessageRef[] = [];
    for (const { id, owner_id, thread_metadata } of posts ?? []) {
      if (owner_id !== self || !(await this.#keysIn(id)).has(key)) continue;
      ours.push({ channelId: id, messageId: id, place: "shelf" });
      if (thread_metadata?.locked === true) continue;
      await this.#lock(id).catch((error: unknown) => {
        // Without the right it stands unlocked; `doctor` says so.
        if (troubleOf(error).why !== "forbidden") throw error;
      });
    }
    ours.sort((one, other) => (BigInt(one.messageId) < BigInt(other.messageId) ? -1 : 1));
    const [found, ...doubles] = ours;
    return found === undefined ? { found: undefined, trustworthy: posts !== undefined } : { found, doubles };
  }
}
