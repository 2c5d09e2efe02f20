import type { WebClient } from "@slack/web-api";
import type {
  Card,
  Destination,
  Find,
  Found,
  MessageRef,
  Messenger,
  Person,
  Restraint,
} from "#core/messenger.ts";
import { DeliveryFailure } from "#core/messenger.ts";
import { faceOf } from "./cards/cards.ts";
import { contentOf } from "./markup.ts";
import { asDelivery, troubleOf } from "./messenger-failures.ts";
import { restrainMember } from "./restrain.ts";

const EVENT_TYPE = "curbside";
/** Clocks of two hosts may differ. */
const SLACK_MS = 5000;
/** Patients meet where they are, and that is not a workspace: nobody there can ask to be matched. */
const NO_SHARED_THREAD = { why: "rejected", what: "no-shared-thread" } as const;
/** Linking one is refused, and what is left of another platform goes nowhere. */
const NO_SHELF = { why: "rejected", what: "no-shelf" } as const;
const PAGE = 100;
const PAGES = 5;

interface Read {
  readonly ts?: string;
  readonly metadata?: { readonly event_type?: string; readonly event_payload?: unknown };
}

function keyOf({ metadata }: Read): unknown {
  if (metadata?.event_type !== EVENT_TYPE) return undefined;
  return (metadata.event_payload as { k?: unknown } | undefined)?.k;
}

/**
 * Slack's chat.postMessage cannot be repeated safely, so an unclear post is looked for by the key in its metadata. The
 * client never retries and never waits out a limit: both would send twice what the outbox sends again.
 */
class SlackMessenger implements Messenger {
  readonly platform = "slack";
  readonly #client: WebClient;

  constructor(client: WebClient) {
    this.#client = client;
  }

  parts(): number {
    return 1;
  }

  async #channelOf(to: Destination): Promise<{ channelId: string; under: string | undefined }> {
    if (to.kind === "channel") return { channelId: to.channelId, under: to.under?.messageId };
    if (to.kind === "shared-thread") throw new DeliveryFailure(NO_SHARED_THREAD);
    if (to.kind === "shelf") throw new DeliveryFailure(NO_SHELF);
    if (to.kind === "private-thread")
      return { channelId: to.threadId ?? to.parentChannelId, under: undefined };
    const opened = await asDelivery(() => this.#client.conversations.open({ users: to.accountId }));
    const id = opened.channel?.id;
    if (id === undefined) throw new DeliveryFailure({ why: "not-sent" });
    return { channelId: id, under: undefined };
  }

  async post(to: Destination, card: Card, _part: number, key: string): Promise<MessageRef> {
    const { text, blocks } = contentOf(faceOf(card));
    const { channelId, under } = await this.#channelOf(to);
    const posted = await asDelivery(() =>
      this.#client.chat.postMessage({
        channel: channelId,
        text,
        blocks,
        unfurl_links: false,
        unfurl_media: false,
        link_names: false,
        parse: "none",
        metadata: { event_type: EVENT_TYPE, event_payload: { k: key } },
        ...(under === undefined ? {} : { thread_ts: under }),
      }),
    );
    // Slack answered, but not with what it did: it may have been done.
    if (posted.ts === undefined || posted.channel === undefined)
      throw new DeliveryFailure({ why: "ambiguous" });
    return {
      channelId: posted.channel,
      messageId: posted.ts,
      place: to.kind === "direct" ? "dm" : under === undefined ? "channel" : "thread",
    };
  }

  async edit(ref: MessageRef, card: Card, _part: number, key: string): Promise<void> {
    const { text, blocks } = contentOf(faceOf(card));
    await asDelivery(() =>
      this.#client.chat.update({
        channel: ref.channelId,
        ts: ref.messageId,
        text,
        blocks,
        link_names: false,
        parse: "none",
        metadata: { event_type: EVENT_TYPE, event_payload: { k: key } },
      }),
    );
  }

  async remove(ref: MessageRef): Promise<void> {
    try {
      await asDelivery(() => this.#client.chat.delete({ channel: ref.channelId, ts: ref.messageId }));
    } catch (error) {
      if (troubleOf(error).why !== "gone") throw error;
    }
  }

  /** Any message that stood before the attempt, such as the line about the app's own joining: history can be read. */
  async #sawEarlier(channelId: string, attempt: number): Promise<boolean> {
    const { messages } = await asDelivery(() =>
      this.#client.conversations.history({ channel: channelId, latest: attempt.toFixed(6), limit: 1 }),
    );
    return (messages ?? []).length > 0;
  }

  /**
   * "Not found" is trustworthy only when the reading came to its end and showed the witness, which may lie before it.
   * The first message of a channel has no witness of ours; then any other message, in this reading or before it, shows that history can be read.
   *
   * @NOTE Where the right to read is missing, Slack says so instead of giving an empty list, and a direct channel begins empty: a
   * first message to a person could else never be settled.
   */
  async find(to: Destination, { key, after, witness }: Find): Promise<Found> {
    const { channelId, under } = await this.#channelOf(to);
    const attempt = (after.getTime() - SLACK_MS) / 1000;
    const oldest = witness === undefined ? attempt : Math.min(attempt, Number(witness.messageId));
    const ours: MessageRef[] = [];
    let sawWitness = false;
    let sawAny = false;
    let cursor: string | undefined;
    let complete = false;
    for (let page = 0; page < PAGES && !complete; page += 1) {
      const range = {
        channel: channelId,
        oldest: oldest.toFixed(6),
        inclusive: true,
        limit: PAGE,
        include_all_metadata: true,
        ...(cursor === undefined ? {} : { cursor }),
      };
      const read = await asDelivery(() =>
        under === undefined
          ? this.#client.conversations.history(range)
          : this.#client.conversations.replies({ ...range, ts: under }),
      );
      sawAny ||= (read.messages ?? []).length > 0;
      for (const message of (read.messages ?? []) as Read[]) {
        if (message.ts === undefined) continue;
        if (message.ts === witness?.messageId) sawWitness = true;
        if (keyOf(message) === key)
          ours.push({ channelId, messageId: message.ts, place: under === undefined ? "channel" : "thread" });
      }
      cursor = read.response_metadata?.next_cursor || undefined;
      complete = cursor === undefined;
    }
    ours.sort((one, other) => Number(one.messageId) - Number(other.messageId));
    const [found, ...doubles] = ours;
    if (found === undefined && complete && witness === undefined)
      return {
        found: undefined,
        trustworthy: to.kind === "direct" || sawAny || (await this.#sawEarlier(channelId, attempt)),
      };
    if (found === undefined) return { found: undefined, trustworthy: complete && sawWitness };
    return { found, doubles };
  }

  async restrain(person: Person, restraint: Restraint): Promise<void> {
    await restrainMember(this.#client, person, restraint);
  }

  async letOut(): Promise<void> {
    throw new DeliveryFailure(NO_SHARED_THREAD);
  }
}

/** What Slack must be able to do for the core. Each call is one message request; see `Messenger`. */
export function createSlackMessenger(client: WebClient): Messenger {
  return new SlackMessenger(client);
}
