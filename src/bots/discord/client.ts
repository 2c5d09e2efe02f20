import {
  Client,
  type DMChannel,
  Events,
  GatewayIntentBits,
  type Message,
  Options,
  type PartialMessage,
  Partials,
} from "discord.js";
import type { Core } from "#core/core.ts";
import type { Messenger } from "#core/messenger.ts";
import type { Secret } from "../../config.ts";
import { errorFacts } from "../../log.ts";
import { filterEventOf } from "./automod/filter-event.ts";
import { createRuleKinds } from "./automod/rule-kinds.ts";
import { catchUp } from "./catch-up.ts";
import { ClosingStrategy } from "./closing-strategy.ts";
import { createDispatch, type Dispatch } from "./dispatch.ts";
import { keptOf } from "./events/keep-clean.ts";
import { messageAct } from "./message-act.ts";
import { createDiscordMessenger } from "./messenger.ts";
import { prepare } from "./prepare.ts";
import { isPressed } from "./read-press.ts";
import { createSendingRest } from "./rest.ts";
import { createSay } from "./say.ts";

export interface DiscordBotOptions {
  readonly token: Secret;
  /** Base address of another server that speaks Discord's protocol, without the version. */
  readonly api?: string | undefined;
  /** How much faster than real time all waits run. */
  readonly speed: number;
}

export interface DiscordBot {
  readonly messenger: Messenger;
  /** Brings commands and panels up to date, signs in and listens; rejects, with everything let go, when Discord refuses. */
  start(): Promise<void>;
  /** Resolves when Discord closed the connection for good, as it does when the token was reset. */
  readonly signedOut: Promise<void>;
  /** Takes nothing more in, finishes what is under way, and closes the connection. */
  stop(): Promise<void>;
}

/** Real milliseconds that what is under way may take when the program stops. */
const DRAIN_MS = 10_000;
const READY_MS = 30_000;

/** No privileged intent: what people write in a server is theirs and arrives empty. */
const INTENTS = [
  GatewayIntentBits.Guilds,
  GatewayIntentBits.GuildMessages,
  GatewayIntentBits.DirectMessages,
  GatewayIntentBits.AutoModerationExecution,
];

function createClient(core: Core, { api, speed }: DiscordBotOptions): Client {
  return new Client({
    intents: INTENTS,
    partials: [Partials.Channel, Partials.Message],
    allowedMentions: { parse: [] },
    ws: { ...Options.createDefault().ws, buildStrategy: (manager) => new ClosingStrategy(manager) },
    rest: {
      version: "10",
      retries: 0,
      timeout: core.config.timing.clientTimeoutMs,
      offset: 50 / speed,
      ...(api ? { api } : {}),
    },
  });
}

/** Real milliseconds; rejects when the shard is not ready by then. */
async function ready(client: Client): Promise<void> {
  if (client.isReady()) return;
  const late = AbortSignal.timeout(READY_MS);
  await new Promise<void>((resolve, reject) => {
    client.once(Events.ClientReady, () => resolve());
    late.addEventListener("abort", () => reject(new Error("Discord did not become ready in time")));
  });
}

/** The person in a direct channel; a deleted message that was never cached names nobody. */
async function personOf(client: Client, message: Message | PartialMessage): Promise<string | undefined> {
  if (message.author) return message.author.id;
  const channel = await client.channels.fetch(message.channelId);
  return channel?.isDMBased() ? ((channel as DMChannel).recipientId ?? undefined) : undefined;
}

/** Is it a private thread that this bot opened? */
function isOurThread(message: Message): boolean {
  const { channel } = message;
  return channel.isThread() && channel.ownerId === message.client.user.id;
}

interface Listening {
  readonly core: Core;
  readonly dispatch: Dispatch;
  readonly under: (work: Promise<unknown>) => void;
}

function listen(client: Client, { core, dispatch, under }: Listening): void {
  const own = (message: Message | PartialMessage) =>
    message.author !== null &&
    (message.author.id === client.user?.id || message.author.bot || message.webhookId !== null);
  const eventOf = (message: Message | PartialMessage, accountId: string) => ({
    accountId,
    channelId: message.channelId,
    messageId: message.id,
    text: message.content ?? "",
    hasFile: message.attachments.size > 0,
  });
  const heardInThread = async (message: Message) => {
    const event = await keptOf(core, eventOf(message, message.author.id));
    if (event.unkept !== undefined)
      await dispatch.happened("thread-unkept", event, key(message, "create", 0));
  };
  const key = (
    { channelId, id }: Message | PartialMessage,
    op: "create" | "edit" | "remove",
    version: number,
  ) => messageAct({ channelId, messageId: id }, op, version);

  client.on(Events.InteractionCreate, (interaction) => {
    if (isPressed(interaction)) under(dispatch.pressed(interaction));
  });
  client.on(Events.MessageCreate, (message) => {
    if (own(message) || message.system) return;
    const event = eventOf(message, message.author.id);
    if (message.channel.isDMBased())
      under(dispatch.happened("message-typed", event, key(message, "create", 0)));
    else if (isOurThread(message)) {
      under(heardInThread(message));
      under(
        dispatch.happened(
          "thread-typed",
          { ...event, text: "", hasFile: false },
          `discord|thread|${message.channelId}|told`,
        ),
      );
    }
  });
  client.on(Events.AutoModerationActionExecution, (execution) => {
    const heard = filterEventOf(execution, core.clock.now());
    if (heard !== undefined) under(dispatch.happened("filter-found", heard.event, heard.key));
  });
  client.on(Events.MessageUpdate, (_old, message) => {
    // A link that unfolds is an update too, with no edit time.
    if (
      own(message) ||
      !message.channel.isDMBased() ||
      message.editedTimestamp === null ||
      message.author === null
    )
      return;
    const event = eventOf(message, message.author.id);
    under(dispatch.happened("message-edited", event, key(message, "edit", message.editedTimestamp)));
  });
  client.on(Events.MessageDelete, (message) => {
    if (own(message) || !message.channel.isDMBased()) return;
    under(
      personOf(client, message).then((accountId) =>
        accountId === undefined
          ? undefined
          : dispatch.happened(
              "message-removed",
              { ...eventOf(message, accountId), text: "", hasFile: false },
              key(message, "remove", 0),
            ),
      ),
    );
  });
}

/** The Discord side: takes in what people do, and gives the core a messenger that speaks there. */
export function createDiscordBot(core: Core, options: DiscordBotOptions): DiscordBot {
  const timeoutMs = core.config.timing.clientTimeoutMs;
  const rest = createSendingRest({ token: options.token, api: options.api, timeoutMs });
  const client = createClient(core, options);
  const say = createSay(client.rest);
  const dispatch = createDispatch(core, say, createRuleKinds(client.rest));
  const underWay = new Set<Promise<unknown>>();
  const under = (work: Promise<unknown>): void => {
    const guarded: Promise<unknown> = work
      .catch((error: unknown) => core.log.error("discord.event", errorFacts(error)))
      .finally(() => underWay.delete(guarded));
    underWay.add(guarded);
  };
  const stopping = new AbortController();
  const signedOut = Promise.withResolvers<void>();
  let sweep: NodeJS.Timeout | undefined;

  return {
    messenger: createDiscordMessenger(rest),
    signedOut: signedOut.promise,
    async start() {
      await prepare(core, rest, { under, signal: stopping.signal });
      listen(client, { core, dispatch, under });
      // Each time Discord begins a session; one that is resumed brings what was missed by itself.
      client.on(Events.ShardReady, () => under(catchUp({ core, rest: client.rest, dispatch, say })));
      // discord.js reconnects by itself, but after a code such as 4004 it never does.
      client.on(Events.ShardDisconnect, ({ code }) => {
        core.log.error("discord.closed_for_good", { platform: "discord", status: code });
        signedOut.resolve();
      });
      client.on(Events.Error, (error) => core.log.error("discord.client", errorFacts(error)));
      client.on(Events.ShardError, (error) => core.log.warn("discord.gateway", errorFacts(error)));
      try {
        await client.login(options.token.reveal());
        await ready(client);
      } catch (error) {
        await client.destroy();
        throw error;
      }
      under(dispatch.finishLeft());
      sweep = setInterval(() => under(dispatch.finishLeft()), core.config.timing.pollMs * 10);
    },
    async stop() {
      stopping.abort();
      clearInterval(sweep);
      client.removeAllListeners(Events.InteractionCreate);
      client.removeAllListeners(Events.MessageCreate);
      client.removeAllListeners(Events.MessageUpdate);
      client.removeAllListeners(Events.AutoModerationActionExecution);
      client.removeAllListeners(Events.MessageDelete);
      const drained = new AbortController();
      const tooLong = new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, DRAIN_MS);
        drained.signal.addEventListener("abort", () => clearTimeout(timer));
      });
      await Promise.race([Promise.all(underWay), tooLong]);
      drained.abort();
      await client.destroy();
      rest.clearHandlerSweeper();
      rest.clearHashSweeper();
    },
  };
}
