import { Client, Events, GatewayCloseCodes, GatewayIntentBits, Options, Partials } from "discord.js";
import type { Core } from "#core/core.ts";
import { errorFacts } from "../../log.ts";
import type { DiscordBotOptions } from "./client.ts";
import { ClosingStrategy } from "./closing-strategy.ts";

const READY_MS = 30_000;

/** No privileged intent: what people write in a server is theirs and arrives empty. */
const INTENTS = [
  GatewayIntentBits.Guilds,
  GatewayIntentBits.GuildMessages,
  GatewayIntentBits.DirectMessages,
  GatewayIntentBits.AutoModerationExecution,
];

/** Discord does not give this bot what people write: Message Content is switched off for it. */
export class ContentRefused extends Error {}

export interface Connection {
  readonly client: Client;
  /** Whether it asked for what people write. Only where a channel is watched. */
  readonly hasContent: boolean;
}

export interface ConnectionOptions extends DiscordBotOptions {
  readonly content: boolean;
  /** Before it signs in. */
  readonly onMade?: (client: Client) => void;
  /** Each time Discord begins a session; one that is resumed brings what was missed by itself. */
  readonly onSession: () => void;
  /** Discord closed it, and it will not connect again. */
  readonly onClosed: (connection: Client, code: number) => void;
}

function createClient(core: Core, { api, speed, content }: ConnectionOptions): Client {
  return new Client({
    intents: content ? [...INTENTS, GatewayIntentBits.MessageContent] : INTENTS,
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

/** Signs in and waits until it is ready. Rejects, with everything let go, when Discord refuses; ContentRefused for the words. */
export async function openConnection(core: Core, options: ConnectionOptions): Promise<Connection> {
  const client = createClient(core, options);
  let closedWith: number | undefined;
  let isOpen = false;
  client.on(Events.ShardReady, () => options.onSession());
  client.on(Events.ShardDisconnect, ({ code }) => {
    closedWith = code;
    if (isOpen) options.onClosed(client, code);
  });
  client.on(Events.Error, (error) => core.log.error("discord.client", errorFacts(error)));
  client.on(Events.ShardError, (error) => core.log.warn("discord.gateway", errorFacts(error)));
  options.onMade?.(client);
  try {
    await client.login(options.token.reveal());
    await ready(client);
    isOpen = true;
    return { client, hasContent: options.content };
  } catch (error) {
    await client.destroy();
    if (options.content && isRefusal(closedWith, error)) throw new ContentRefused();
    throw error;
  }
}

/** @NOTE discord.js 14 rejects its login with a plain error in the library's words, and tells the code by an event beside it. */
function isRefusal(code: number | undefined, error: unknown): boolean {
  if (code !== undefined) return code === GatewayCloseCodes.DisallowedIntents;
  return error instanceof Error && /disallowed intents/i.test(error.message);
}
