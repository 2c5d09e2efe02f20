import { Client, Events, GatewayIntentBits, Partials, REST } from "discord.js";
import { createSandboxClock, type SandboxClock } from "#sandbox/clock.ts";
import type { DiscordPerson } from "#sandbox/discord/person.ts";
import { type DiscordServer, startDiscord } from "#sandbox/discord/server.ts";
import type { Seen } from "#sandbox/seen.ts";

export const TOKEN = "token-of-the-rig";
const INTENTS = [GatewayIntentBits.Guilds, GatewayIntentBits.GuildMessages, GatewayIntentBits.DirectMessages];

export interface Rig extends AsyncDisposable {
  readonly clock: SandboxClock;
  readonly discord: DiscordServer;
  readonly applicationId: string;
  readonly botUserId: string;
  readonly guildId: string;
  readonly channelId: string;
  readonly robin: DiscordPerson;
  readonly seen: Seen[];
}

/** A server with one app, one channel and Robin, and everything that is seen there. */
export async function rig({
  speed = 1,
  limits = false,
  privileged = 0,
}: {
  speed?: number;
  limits?: boolean;
  privileged?: number;
} = {}): Promise<Rig> {
  const clock = createSandboxClock({ speed });
  const discord = await startDiscord({ clock, seed: 7, limits });
  const app = discord.addApplication({ name: "Echo", token: TOKEN, allowedPrivilegedIntents: privileged });
  const { guildId } = discord.addGuild({ name: "Harbour" });
  discord.installApplication({ guildId, applicationId: app.applicationId });
  const { channelId } = discord.addChannel({ guildId, name: "general" });
  const robin = discord.addPerson({ name: "robin", displayName: "Robin", guildIds: [guildId] });
  const seen: Seen[] = [];
  discord.onSeen((one) => seen.push(one));
  const dispose = () => discord[Symbol.asyncDispose]();
  return { clock, discord, ...app, guildId, channelId, robin, seen, [Symbol.asyncDispose]: dispose };
}

/** A client that neither repeats a request nor waits out a limit. */
export function plainRest(discord: DiscordServer, { timeout = 5000, token = TOKEN } = {}): REST {
  return new REST({
    version: "10",
    api: discord.apiUrl,
    retries: 0,
    timeout,
    rejectOnRateLimit: () => true,
  }).setToken(token);
}

/** The real client, signed in and ready; `register` adds its listeners before. Signed out when disposed. */
export async function bot(
  discord: DiscordServer,
  register: (client: Client) => void = () => {},
  { intents = [] as GatewayIntentBits[] } = {},
): Promise<{ client: Client<true> } & AsyncDisposable> {
  const client = new Client({
    intents: [...INTENTS, ...intents],
    partials: [Partials.Channel, Partials.Message],
    rest: { version: "10", api: discord.apiUrl, retries: 0, timeout: 5000 },
  });
  register(client);
  const ready = new Promise((resolve) => client.once(Events.ClientReady, resolve));
  await client.login(TOKEN);
  await ready;
  if (!client.isReady()) throw new Error("the client said it was ready and is not");
  return { client, [Symbol.asyncDispose]: () => client.destroy() };
}

/** Waits until `look` gives something true; fails after the deadline. Real milliseconds. */
export async function until<T>(look: () => T | undefined | false, withinMs = 8000): Promise<T> {
  const deadline = Date.now() + withinMs;
  for (;;) {
    const found = look();
    if (found !== undefined && found !== false) return found;
    if (Date.now() > deadline) throw new Error(`not within ${withinMs} ms: ${look}`);
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}

/** The code that a refused request carries; fails when it was not refused. */
export async function codeOf(request: Promise<unknown>): Promise<number | string> {
  try {
    await request;
  } catch (error) {
    if (error instanceof Error && "code" in error) return error.code as number | string;
    throw error;
  }
  throw new Error("it was not refused");
}
