import {
  type APIChannel,
  type APIMessage,
  type APIUser,
  ChannelType,
  type REST,
  Routes,
  SnowflakeUtil,
} from "discord.js";
import {
  type Card,
  DeliveryFailure,
  type Destination,
  type Find,
  type Found,
  type MessageRef,
  type Messenger,
} from "#core/messenger.ts";
import { faceOf } from "./cards/cards.ts";
import { contentOf, partsOf, readCustomId } from "./markup.ts";
import { asDelivery, troubleOf } from "./messenger-failures.ts";

const PAGE = 100;
/** A conversation of ours never has this many messages after one attempt; more means: do not trust the reading. */
const PAGES = 5;
/** The clocks of two hosts may differ. */
const SLACK_MS = 5000;
/** Says nothing about the person or the question: others in the server may see the name. */
const THREAD_NAME = "Curbside";
const NO_MENTIONS = { parse: [] };

interface Spot {
  readonly channelId: string;
  readonly place: MessageRef["place"];
}

/** Opening a place to write is no message: if it fails without a clear answer, certainly nothing was said. */
async function opening<T>(request: () => Promise<T>): Promise<T> {
  try {
    return await request();
  } catch (error) {
    const trouble = troubleOf(error);
    throw new DeliveryFailure(trouble.why === "ambiguous" ? { why: "not-sent" } : trouble);
  }
}

/** The key of one of our messages, from wherever it can be read. */
function keysOf({ nonce, components = [], embeds }: APIMessage): Set<string> {
  const keys = new Set<string>(nonce === undefined ? [] : [String(nonce)]);
  for (const row of components) {
    if (!("components" in row)) continue;
    for (const part of row.components) {
      const key = "custom_id" in part ? readCustomId(part.custom_id).key : undefined;
      if (key !== undefined) keys.add(key);
    }
  }
  for (const { footer } of embeds) {
    const key = / ?ref (\S+)$/.exec(footer?.text ?? "")?.[1];
    if (key !== undefined) keys.add(key);
  }
  return keys;
}

class DiscordMessenger implements Messenger {
  readonly platform = "discord";
  readonly #rest: REST;
  readonly #direct = new Map<string, string>();
  readonly #threads = new Map<string, string>();
  #selfId: string | undefined;

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

  async #spot(to: Destination): Promise<Spot> {
    if (to.kind === "channel") return { channelId: to.channelId, place: "channel" };
    if (to.kind === "direct") return { channelId: await this.#directChannel(to.accountId), place: "dm" };
    return { channelId: await this.#privateThread(to), place: "thread" };
  }

  /** An archived thread refused, so nothing was done: wake it, and ask again once. */
  async #awake<T>(channelId: string, request: () => Promise<T>): Promise<T> {
    try {
      return await asDelivery(request);
    } catch (error) {
      const trouble = troubleOf(error);
      if (trouble.why !== "forbidden" || trouble.what !== "thread-archived") throw error;
    }
    await opening(() => this.#rest.patch(Routes.channel(channelId), { body: { archived: false } }));
    return asDelivery(request);
  }

  parts(card: Card): number {
    return partsOf(faceOf(card).body).length;
  }

  async post(to: Destination, card: Card, part: number, key: string): Promise<MessageRef> {
    const content = contentOf(faceOf(card), part, key);
    const { channelId, place } = await this.#spot(to);
    const under = to.kind === "channel" ? to.under : undefined;
    const body = {
      ...content,
      nonce: key,
      enforce_nonce: true,
      allowed_mentions: NO_MENTIONS,
      ...(under === undefined
        ? {}
        : { message_reference: { message_id: under.messageId, fail_if_not_exists: false } }),
    };
    try {
      const route = Routes.channelMessages(channelId);
      const posted = (await this.#awake(channelId, () => this.#rest.post(route, { body }))) as APIMessage;
      return { channelId, messageId: posted.id, place };
    } catch (error) {
      if (troubleOf(error).why === "gone") this.#forget(channelId);
      throw error;
    }
  }

  /** A place that is gone is opened anew by the next attempt. */
  #forget(channelId: string): void {
    for (const places of [this.#direct, this.#threads])
      for (const [place, id] of places) if (id === channelId) places.delete(place);
  }

  async edit(ref: MessageRef, card: Card, part: number, key: string): Promise<void> {
    const body = { ...contentOf(faceOf(card), part, key), allowed_mentions: NO_MENTIONS };
    const route = Routes.channelMessage(ref.channelId, ref.messageId);
    await this.#awake(ref.channelId, () => this.#rest.patch(route, { body }));
  }

  async remove(ref: MessageRef): Promise<void> {
    const route = Routes.channelMessage(ref.channelId, ref.messageId);
    try {
      await this.#awake(ref.channelId, () => this.#rest.delete(route));
    } catch (error) {
      if (troubleOf(error).why !== "gone") throw error;
    }
  }

  async #self(): Promise<string> {
    this.#selfId ??= ((await asDelivery(() => this.#rest.get(Routes.user()))) as APIUser).id;
    return this.#selfId;
  }

  /** Any message that stood before the attempt, such as the panel or the line about a new thread: history can be read. */
  async #sawEarlier(channelId: string, attempt: bigint): Promise<boolean> {
    const query = new URLSearchParams({ before: String(attempt), limit: "1" });
    const messages = (await asDelivery(() =>
      this.#rest.get(Routes.channelMessages(channelId), { query }),
    )) as APIMessage[];
    return messages.length > 0;
  }

  /**
   * Reads forward from before the attempt and from the witness, whichever is earlier. "Not found" is trustworthy only
   * when the reading came to its end and showed the witness: without the right to read history Discord answers with
   * an empty list, not with an error.
   *
   * @NOTE In a direct channel a bot may always read, so there a complete reading needs no witness; without this the
   * first message to a person could never be settled. Elsewhere the first message has no witness of ours either; then any
   * other message, in this reading or before it, shows that history can be read.
   */
  async find(to: Destination, { key, after, witness }: Find): Promise<Found> {
    const { channelId, place } = await this.#spot(to);
    const self = await this.#self();
    const attempt = SnowflakeUtil.generate({ timestamp: after.getTime() - SLACK_MS });
    const sameSpot =
      witness !== undefined && witness.channelId === channelId ? BigInt(witness.messageId) - 1n : undefined;
    let from = sameSpot !== undefined && sameSpot < attempt ? sameSpot : attempt;
    const ours: MessageRef[] = [];
    let sawWitness = false;
    let sawAny = false;
    let complete = false;
    for (let page = 0; page < PAGES && !complete; page += 1) {
      const query = new URLSearchParams({ after: String(from), limit: String(PAGE) });
      const messages = (await asDelivery(() =>
        this.#rest.get(Routes.channelMessages(channelId), { query }),
      )) as APIMessage[];
      sawAny ||= messages.length > 0;
      for (const message of messages) {
        if (message.id === witness?.messageId) sawWitness = true;
        if (BigInt(message.id) > from) from = BigInt(message.id);
        if (message.author.id === self && keysOf(message).has(key))
          ours.push({ channelId, messageId: message.id, place });
      }
      complete = messages.length < PAGE;
    }
    ours.sort((one, other) => (BigInt(one.messageId) < BigInt(other.messageId) ? -1 : 1));
    const [found, ...doubles] = ours;
    if (found === undefined && complete && witness === undefined && to.kind !== "direct")
      return { found: undefined, trustworthy: sawAny || (await this.#sawEarlier(channelId, attempt)) };
    if (found === undefined) {
      const needless = to.kind === "direct" && witness === undefined;
      return { found: undefined, trustworthy: complete && (sawWitness || needless) };
    }
    return { found, doubles };
  }
}

/** What Discord must be able to do for the core. Each call is one message request; see `Messenger`. */
export function createDiscordMessenger(rest: REST): Messenger {
  return new DiscordMessenger(rest);
}
