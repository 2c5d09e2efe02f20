import { type APIMessage, type APIUser, type REST, Routes, SnowflakeUtil } from "discord.js";
import { inLanguage } from "#core/language/language.ts";
import type { ShelfAnswerCard } from "#core/library/cards.ts";
import {
  type Card,
  DeliveryFailure,
  type Destination,
  type Find,
  type Found,
  type MessageRef,
  type Messenger,
  type Person,
  type Restraint,
  type SharedThread,
} from "#core/messenger.ts";
import { faceOf } from "./cards/cards.ts";
import { keysOf } from "./keys-of.ts";
import { contentOf, partsOf } from "./markup.ts";
import { asDelivery, troubleOf } from "./messenger-failures.ts";
import { Places } from "./places.ts";
import { restrainMember } from "./restrain.ts";
import { Shelves } from "./shelf.ts";

const PAGE = 100;
/** A conversation of ours never has this many messages after one attempt; more means: do not trust the reading. */
const PAGES = 5;
/** The clocks of two hosts may differ. */
const LEEWAY_MS = 5000;
const NO_MENTIONS = { parse: [] };

const inLanguageOf = <T>({ language = "en" }: Card, make: () => T): T => inLanguage(language, make);

/** Only answers of the library stand on a shelf. */
function onShelf(card: Card): ShelfAnswerCard {
  if (card.kind === "shelf-answer") return card;
  throw new DeliveryFailure({ why: "rejected", what: "no-shelf-card" });
}

class DiscordMessenger implements Messenger {
  readonly platform = "discord";
  readonly #rest: REST;
  readonly #places: Places;
  readonly #shelves: Shelves;
  #selfId: string | undefined;

  constructor(rest: REST) {
    this.#rest = rest;
    this.#places = new Places(rest);
    this.#shelves = new Shelves(rest);
  }

  parts(card: Card): number {
    if (card.kind === "shelf-answer") return 1;
    return inLanguageOf(card, () => partsOf(faceOf(card).body).length);
  }

  async post(to: Destination, card: Card, part: number, key: string): Promise<MessageRef> {
    if (to.kind === "shelf") return this.#shelves.post(to, onShelf(card), key);
    const content = inLanguageOf(card, () => contentOf(faceOf(card), part, key));
    const { channelId, place } = await this.#places.spotOf(to);
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
      const posted = (await this.#places.awake(channelId, () =>
        this.#rest.post(route, { body }),
      )) as APIMessage;
      return { channelId, messageId: posted.id, place };
    } catch (error) {
      if (troubleOf(error).why === "gone") this.#places.forget(channelId);
      throw error;
    }
  }

  async edit(ref: MessageRef, card: Card, part: number, key: string): Promise<void> {
    if (ref.place === "shelf") return this.#shelves.edit(ref, onShelf(card), key);
    const content = inLanguageOf(card, () => contentOf(faceOf(card), part, key));
    const body = { ...content, allowed_mentions: NO_MENTIONS };
    const route = Routes.channelMessage(ref.channelId, ref.messageId);
    await this.#places.awake(ref.channelId, () => this.#rest.patch(route, { body }));
  }

  async remove(ref: MessageRef): Promise<void> {
    if (ref.place === "shelf") return this.#shelves.remove(ref);
    const route = Routes.channelMessage(ref.channelId, ref.messageId);
    try {
      await this.#places.awake(ref.channelId, () => this.#rest.delete(route));
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
    if (to.kind === "shelf") return this.#shelves.find(to, { key, after, witness });
    const { channelId, place } = await this.#places.spotOf(to);
    const self = await this.#self();
    const attempt = SnowflakeUtil.generate({ timestamp: after.getTime() - LEEWAY_MS });
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

  async restrain(person: Person, restraint: Restraint): Promise<void> {
    await restrainMember(this.#rest, person, restraint);
  }

  async letOut(thread: SharedThread, accountId: string): Promise<void> {
    const threadId = thread.threadId ?? (await this.#places.standingThread(thread));
    if (threadId === undefined) return;
    const route = Routes.threadMembers(threadId, accountId);
    try {
      await this.#places.awake(threadId, () => this.#rest.delete(route));
    } catch (error) {
      if (troubleOf(error).why !== "gone") throw error;
    }
  }
}

/** What Discord must be able to do for the core. Each call is one message request; see `Messenger`. */
export function createDiscordMessenger(rest: REST): Messenger {
  return new DiscordMessenger(rest);
}
