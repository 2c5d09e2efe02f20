import { setTimeout as sleep } from "node:timers/promises";
import { type Client, DiscordjsError, DiscordjsErrorCodes, GatewayCloseCodes, type REST } from "discord.js";
import type { Core } from "#core/core.ts";
import type { Messenger } from "#core/messenger.ts";
import type { Secret } from "../../config.ts";
import { errorFacts } from "../../log.ts";
import { createRuleKinds } from "./automod/rule-kinds.ts";
import { catchUp } from "./catch-up.ts";
import { type Connection, ContentRefused, openConnection } from "./connection.ts";
import { createDispatch } from "./dispatch.ts";
import { listen, stopListening } from "./listen.ts";
import { createDiscordMessenger } from "./messenger.ts";
import { prepare } from "./prepare.ts";
import { createAnsweringRest, createSendingRest } from "./rest.ts";
import { createSay } from "./say.ts";
import { createHearPost } from "./watched/hear-post.ts";
import { Watch } from "./watched/keep-watch.ts";

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

/** Work that was begun and not awaited: its faults are logged, and the end waits for it a while. */
function createUnderWay(core: Core) {
  const underWay = new Set<Promise<unknown>>();
  return {
    under(work: Promise<unknown>): void {
      const guarded: Promise<unknown> = work
        .catch((error: unknown) => core.log.error("discord.event", errorFacts(error)))
        .finally(() => underWay.delete(guarded));
      underWay.add(guarded);
    },
    async drained(): Promise<void> {
      const done = new AbortController();
      const tooLong = sleep(DRAIN_MS, undefined, { signal: done.signal }).catch(() => undefined);
      await Promise.race([Promise.all(underWay), tooLong]);
      done.abort();
    },
  };
}

const isTokenRefused = (error: unknown): boolean =>
  error instanceof DiscordjsError && error.code === DiscordjsErrorCodes.TokenInvalid;

const letGo = (rest: REST): void => {
  rest.clearHandlerSweeper();
  rest.clearHashSweeper();
};

/** The Discord side: takes in what people do, and gives the core a messenger that speaks there. */
export function createDiscordBot(core: Core, options: DiscordBotOptions): DiscordBot {
  const { token, api, speed } = options;
  const { clientTimeoutMs: timeoutMs, pollMs } = core.config.timing;
  const rest = createSendingRest({ token, api, timeoutMs });
  const answering = createAnsweringRest({ token, api, timeoutMs, speed });
  const say = createSay(answering);
  const kindOfRule = createRuleKinds(answering);
  const dispatch = createDispatch(core, say, kindOfRule);
  const hear = createHearPost(core, dispatch);
  const { under, drained } = createUnderWay(core);
  const stopping = new AbortController();
  const signedOut = Promise.withResolvers<void>();
  /** Those that are signed in or about to be. */
  const clients = new Set<Client>();
  let connection: Connection | undefined;
  let sweep: NodeJS.Timeout | undefined;

  const watch = new Watch({
    core,
    rest: answering,
    hear,
    line: {
      hasContent: () => connection?.hasContent === true,
      isOpen: () => connection?.client.isReady() === true,
      reconnect,
    },
  });
  const listening = { core, dispatch, under, watch, hear, kindOfRule };

  /** discord.js reconnects by itself, but after some codes it never does. */
  function closed(code: number): void {
    core.log.error("discord.closed_for_good", { platform: "discord", status: code });
    // Message Content was switched off: with its next poll the watch connects without it, and says so in its channels.
    if (code === GatewayCloseCodes.DisallowedIntents) watch.refused();
    else signedOut.resolve();
  }

  async function open(content: boolean, onMade: (client: Client) => void): Promise<Connection> {
    let made: Client | undefined;
    try {
      return await openConnection(core, {
        ...options,
        content,
        onMade(client) {
          made = client;
          clients.add(client);
          onMade(client);
        },
        onSession() {
          watch.beganAnew();
          under(catchUp({ core, rest: answering, dispatch, say }));
        },
        onClosed: (client, code) => {
          if (client === connection?.client) closed(code);
        },
      });
    } catch (error) {
      if (made !== undefined) clients.delete(made);
      if (error instanceof ContentRefused) core.log.warn("discord.content_refused", { platform: "discord" });
      throw error;
    }
  }

  /** The first connection; where Discord refuses the words of messages, one without them. */
  async function connect(): Promise<Connection> {
    const listens = (client: Client) => listen(client, listening);
    try {
      return await open(await watch.wantsContent(), listens);
    } catch (error) {
      if (!(error instanceof ContentRefused)) throw error;
      watch.refused();
      return open(false, listens);
    }
  }

  /** The new connection listens as soon as it is ready, and only then the old one stops: nobody goes unheard. */
  async function reconnect(content: boolean): Promise<boolean> {
    const before = connection;
    try {
      const next = await open(content, () => undefined);
      if (stopping.signal.aborted) return false;
      listen(next.client, listening);
      connection = next;
    } catch (error) {
      if (error instanceof ContentRefused) return false;
      if (isTokenRefused(error)) signedOut.resolve();
      throw error;
    }
    if (before !== undefined) {
      stopListening(before.client);
      clients.delete(before.client);
      await before.client.destroy();
    }
    core.log.info("discord.reconnected", { platform: "discord", what: content ? "content" : "no-content" });
    return true;
  }

  async function keepWatch(): Promise<void> {
    while (!stopping.signal.aborted) {
      await watch.poll().catch((error: unknown) => core.log.error("discord.watch", errorFacts(error)));
      await sleep(pollMs, undefined, { signal: stopping.signal }).catch(() => undefined);
    }
  }

  return {
    messenger: createDiscordMessenger(rest),
    signedOut: signedOut.promise,
    async start() {
      await prepare(core, rest, { under, signal: stopping.signal });
      connection = await connect();
      under(keepWatch());
      under(dispatch.finishLeft());
      sweep = setInterval(() => under(dispatch.finishLeft()), pollMs * 10);
    },
    async stop() {
      stopping.abort();
      clearInterval(sweep);
      for (const client of clients) stopListening(client);
      await drained();
      for (const client of clients) await client.destroy();
      letGo(rest);
      letGo(answering);
    },
  };
}
