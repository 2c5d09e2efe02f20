import {
  type APIChannel,
  type APIGuildTextChannel,
  type APIThreadChannel,
  type APIUser,
  ChannelType,
  type REST,
  type RESTGetAPIGuildThreadsResult,
  Routes,
  ThreadAutoArchiveDuration,
} from "discord.js";
import { DeliveryFailure, type Destination, type MessageRef, type SharedThread } from "#core/messenger.ts";
import { asDelivery, troubleOf } from "./messenger-failures.ts";

/** Says nothing about the person or the question: others in the server may see the name. */
const THREAD_NAME = "Curbside";

type Shared = Extract<Destination, { kind: "shared-thread" }>;

/** A channel to write in. */
export interface Spot {
  readonly channelId: string;
  readonly place: MessageRef["place"];
}

/** Opening a place to write is no message: if it fails without a clear answer, certainly nothing was said. */
export async function opening<T>(request: () => Promise<T>): Promise<T> {
  try {
    return await request();
  } catch (error) {
    const trouble = troubleOf(error);
    throw new DeliveryFailure(trouble.why === "ambiguous" ? { why: "not-sent" } : trouble);
  }
}

/** Opens the places that a destination names: a direct channel, a private thread, or a channel as it is. */
export class Places {
  readonly #rest: REST;
  readonly #direct = new Map<string, string>();
  readonly #threads = new Map<string, string>();

  constructor(rest: REST) {
    this.#rest = rest;
  }

  async #directChannel(accountId: string): Promise<string> {
    const known = this.#direct.get(accountId);
    if (known !== undefined) return known;
    const body = { recipient_id: accountId };
    const channel = (await opening(() => this.#rest.post(Routes.userChannels(), { body }))) as APIChannel;
    this.#direct.set(accountId, channel.id);
    return channel.id;
  }

  /** The thread is kept as soon as it is there, so that a person who could not be added is added to the same one. */
  async #privateThread(to: Extract<Destination, { kind: "private-thread" }>): Promise<string> {
    if (to.threadId !== undefined) return to.threadId;
    const place = `${to.parentChannelId}/${to.accountId}`;
    let threadId = this.#threads.get(place);
    if (threadId === undefined) {
      const body = { name: THREAD_NAME, type: ChannelType.PrivateThread, invitable: false };
      const route = Routes.threads(to.parentChannelId);
      threadId = ((await opening(() => this.#rest.post(route, { body }))) as APIChannel).id;
      this.#threads.set(place, threadId);
    }
    const route = Routes.threadMembers(threadId, to.accountId);
    await opening(() => this.#rest.put(route));
    return threadId;
  }

  /**
   * The thread of this title that this bot has opened already: when the answer to opening it was lost, or the program died
   * before it was written down, it stands all the same, and a second one would split the people.
   */
  async standingThread({ parentChannelId, title }: SharedThread): Promise<string | undefined> {
    const parent = (await opening(() =>
      this.#rest.get(Routes.channel(parentChannelId)),
    )) as APIGuildTextChannel<ChannelType.GuildText>;
    const self = (await opening(() => this.#rest.get(Routes.user()))) as APIUser;
    const { threads } = (await opening(() =>
      this.#rest.get(Routes.guildActiveThreads(parent.guild_id ?? "")),
    )) as RESTGetAPIGuildThreadsResult;
    return (threads as APIThreadChannel[]).find(
      (thread) =>
        thread.parent_id === parentChannelId && thread.owner_id === self.id && thread.name === title,
    )?.id;
  }

  /** One thread for some people, however often it is asked for; whoever is not in it yet is let in. */
  async #sharedThread(to: Shared): Promise<string> {
    if (to.threadId !== undefined) return to.threadId;
    const place = `${to.parentChannelId}/${to.title}`;
    let threadId = this.#threads.get(place) ?? (await this.standingThread(to));
    if (threadId === undefined) {
      const body = {
        name: to.title,
        type: ChannelType.PrivateThread,
        invitable: false,
        auto_archive_duration: ThreadAutoArchiveDuration.OneWeek,
      };
      const route = Routes.threads(to.parentChannelId);
      threadId = ((await opening(() => this.#rest.post(route, { body }))) as APIChannel).id;
    }
    this.#threads.set(place, threadId);
    for (const accountId of to.accountIds) {
      const route = Routes.threadMembers(threadId, accountId);
      await opening(() => this.#rest.put(route));
    }
    return threadId;
  }

  async spotOf(to: Exclude<Destination, { kind: "shelf" }>): Promise<Spot> {
    if (to.kind === "channel") return { channelId: to.channelId, place: "channel" };
    if (to.kind === "direct") return { channelId: await this.#directChannel(to.accountId), place: "dm" };
    if (to.kind === "shared-thread") return { channelId: await this.#sharedThread(to), place: "thread" };
    return { channelId: await this.#privateThread(to), place: "thread" };
  }

  /** An archived thread refused, so nothing was done: wake it, and ask again once. */
  async awake<T>(channelId: string, request: () => Promise<T>): Promise<T> {
    try {
      return await asDelivery(request);
    } catch (error) {
      const trouble = troubleOf(error);
      if (trouble.why !== "forbidden" || trouble.what !== "thread-archived") throw error;
    }
    await opening(() => this.#rest.patch(Routes.channel(channelId), { body: { archived: false } }));
    return asDelivery(request);
  }

  /** A place that is gone is opened anew by the next attempt. */
  forget(channelId: string): void {
    for (const places of [this.#direct, this.#threads])
      for (const [place, id] of places) if (id === channelId) places.delete(place);
  }
}
